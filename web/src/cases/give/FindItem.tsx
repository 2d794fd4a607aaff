import type { CaseFindable } from '@proofmark/contract/schemas/case'
import { useId, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { TextField } from '../../common/TextField.tsx'
import { type Doing, useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { GROUNDS } from '../grounds.ts'
import styles from './Give.module.css'

export interface ItemFinding {
  readonly text: string
  readonly found: readonly CaseFindable[] | null
  readonly chosen: CaseFindable | null
  readonly doing: Doing
  readonly setText: (text: string) => void
  readonly choose: (chosen: CaseFindable | null) => void
  /** Looks for the text; what alone is found is chosen. */
  readonly look: () => void
}

/** What was looked up to be given to a case, and what of it was chosen. */
export function useItemFinding(): ItemFinding {
  const doing = useDoing()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly CaseFindable[] | null>(null)
  const [chosen, choose] = useState<CaseFindable | null>(null)
  const look = () => {
    if (text.trim() === '') return
    doing.act(async () => {
      choose(null)
      const { items } = await api('caseFindItems', { text: text.trim(), grounds: GROUNDS })
      setFound(items)
      if (items.length === 1) choose(items[0]!)
    })
  }
  return { text, found, chosen, doing, setText, choose, look }
}

const nameOf = ({ kind, id }: CaseFindable) => `${kind}:${id}`

interface FindItemProps {
  readonly finding: ItemFinding
  /** The form was sent without one. */
  readonly tried: boolean
}

/** Something that a case may be given, looked up by a mark, a number, a reference or words, and chosen from what is found. */
export function FindItem({ finding: { text, found, chosen, doing, setText, choose, look }, tried }: FindItemProps) {
  const { say, figures } = useLanguage()
  const name = useId()
  const missing = tried && chosen === null && !doing.busy && (found === null || found.length > 0)
  return (
    <>
      <div className={styles.look}>
        <TextField
          name="item"
          label={say('cases.find_item')}
          hint={say('cases.find_item_how')}
          value={text}
          most={200}
          error={missing ? { reason: say('cases.missing_item'), accepted: say('cases.missing_item_how') } : null}
          onChange={setText}
        />
        <Button aria-disabled={doing.busy} onClick={look}>
          {say('cases.look')}
        </Button>
      </div>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <div role="status">{found?.length === 0 && say('cases.found_none')}</div>
      {found !== null && found.length > 0 && (
        <fieldset className={styles.picks}>
          <legend className={styles.legend}>{say('cases.found')}</legend>
          {found.map((each) => (
            <label key={nameOf(each)} className={styles.pick}>
              <input
                type="radio"
                name={name}
                value={nameOf(each)}
                checked={chosen !== null && nameOf(chosen) === nameOf(each)}
                onChange={() => choose(each)}
              />
              <span>
                <bdi>{each.label || say(`case.item.${each.kind}`)}</bdi>
                <span className={styles.under}>
                  <Facts>{[say(`case.item.${each.kind}`), each.day && figures.day(each.day)]}</Facts>
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
