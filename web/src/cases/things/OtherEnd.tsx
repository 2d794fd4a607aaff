import type { ThingList, ThingShown } from '@proofmark/contract/schemas/thing'
import type { ValueField } from '@proofmark/contract/thing-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Choice } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import { nodeAtPage } from './node-page.ts'
import styles from './Things.module.css'

/** What a tie leads to: its node, and what it is called. */
export interface ChosenEnd {
  readonly node: string
  readonly called: string | null
}

const LOOKED_BY = [
  'name',
  'number',
  'plate',
  'document',
  'iban',
  'handle',
  'address',
  'page',
  'reference',
  'title',
] as const satisfies readonly ValueField[]

interface OtherEndProps {
  readonly shown: ThingShown
  readonly onChosen: (end: ChosenEnd) => void
}

/** The first step of a tie: a thing by what is known of it, or a record, an exhibit or a case by the address of its page. */
export function OtherEnd({ shown, onChosen }: OtherEndProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [field, setField] = useState<(typeof LOOKED_BY)[number] | ''>('name')
  const [value, setValue] = useState('')
  const [found, setFound] = useState<ThingList['things'] | null>(null)
  const look = (event: FormEvent) => {
    event.preventDefault()
    const named = nodeAtPage(value)
    if (value.trim() === '' || field === '') return
    if (named !== null && named.kind !== null) {
      onChosen({ node: `${named.kind}:${named.id}`, called: say(`thing.kind.${named.kind}`) })
      return
    }
    doing.act(async () => {
      if (named !== null) {
        const thing = await api('thingShow', { thing: named.id, grounds: GROUNDS })
        onChosen({ node: `${thing.kind}:${thing.thing}`, called: thing.label })
        return
      }
      const { things } = await api('thingList', { find: { field, value }, protectedPersons: true, grounds: GROUNDS })
      setFound(things.filter(({ thing }) => thing !== shown.thing))
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={look}>
      <Choice
        name="by"
        label={say('thing.page.look_by')}
        words={LOOKED_BY}
        wordOf={(word) => say(`thing.field.${word}`)}
        value={field}
        onChange={setField}
      />
      <TextField
        name="other"
        label={say('thing.page.other')}
        hint={say('thing.page.other_how')}
        value={value}
        most={2_000}
        onChange={setValue}
      />
      <p className={styles.buttons}>
        <Button type="submit" aria-disabled={doing.busy}>
          {say('thing.page.look')}
        </Button>
      </p>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <div role="status">
        {found !== null && found.length === 0 && <p className={styles.told}>{say('thing.none')}</p>}
        {found !== null && found.length > 0 && (
          <ul>
            {found.map(({ thing, kind, label }) => (
              <li key={thing}>
                <Button weight="word" onClick={() => onChosen({ node: `${kind}:${thing}`, called: label })}>
                  {label ?? say('thing.unnamed')}
                </Button>{' '}
                {say(`thing.kind.${kind}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  )
}
