import type { BallisticItem } from '@proofmark/contract/schemas/ballistic'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice } from '../traces/form/fields.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'

interface ItemSearchProps {
  /** The item that is not looked for: a comparison has two. */
  readonly but: string
  readonly value: string
  readonly error: { readonly reason: string; readonly accepted: string } | null
  readonly onChoose: (item: BallisticItem) => void
}

/** Another item, found by words of its number, scene, case, place, calibre or day. */
export function ItemSearch({ but, value, error, onChoose }: ItemSearchProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<{ readonly items: readonly BallisticItem[]; readonly more: boolean } | null>(null)
  const look = () =>
    doing.act(async () => {
      const { items, more } = await api('ballisticFind', { words: words.trim(), grounds: GROUNDS })
      setFound({ items: items.filter(({ item }) => item !== but), more })
    })
  const wordOf = (word: string) => {
    const one = found?.items.find(({ item }) => item === word)
    return [one?.reference, one?.scene, one?.place, one?.date].filter(Boolean).join(' · ')
  }
  return (
    <>
      <TextField
        name="itemWords"
        label={say('ballistic.page.find_item')}
        hint={say('ballistic.page.find_item_how')}
        value={words}
        most={200}
        error={found === null ? error : null}
        onChange={setWords}
      />
      <p className={styles.buttons}>
        <Button
          name="findItem"
          aria-disabled={doing.busy || words.trim() === ''}
          onClick={() => words.trim() && look()}
        >
          {say('ballistic.page.find')}
        </Button>
      </p>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {found !== null &&
        (found.items.length === 0 ? (
          <p role="status">{say('ballistic.page.find_none')}</p>
        ) : (
          <Choice
            name="second"
            label={say('ballistic.page.other_item')}
            words={found.items.map(({ item }) => item)}
            wordOf={wordOf}
            value={value}
            error={error}
            onChange={(word) => {
              const one = found.items.find(({ item }) => item === word)
              if (one) onChoose(one)
            }}
          />
        ))}
      {found?.more && <p className={styles.told}>{say('ballistic.page.find_more')}</p>}
    </>
  )
}
