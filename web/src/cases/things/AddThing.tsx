import {
  STANDINGS,
  type Standing,
  SUBJECT_CATEGORIES,
  type SubjectCategory,
  THING_KINDS,
  type ThingKind,
} from '@proofmark/contract/case-words'
import { SEE_SUBJECTS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { FIELDS_OF_KIND } from '@proofmark/contract/thing-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import { holdsOne } from '../../frame/desk-roles.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Choice } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

interface AddThingProps {
  readonly within: string | null
  readonly session: Session
}

/** Records a person or another thing by what it is called; what else is known is said on its page. */
export function AddThing({ within, session }: AddThingProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  // Sent again after its answer was lost, it is the same thing.
  const [ids] = useState(() => ({ id: newIdentifier(), value: newIdentifier(), tie: newIdentifier() }))
  const [kind, setKind] = useState<ThingKind | ''>('')
  const [value, setValue] = useState('')
  const [standing, setStanding] = useState<Standing | ''>('fact')
  const [category, setCategory] = useState<SubjectCategory | ''>('')
  const [tried, setTried] = useState(false)
  const sees = holdsOne(session, SEE_SUBJECTS)
  const kinds = THING_KINDS.filter((each) => each !== 'person' || sees)
  const field = kind === '' ? null : FIELDS_OF_KIND[kind][0]!
  const asSubject = kind === 'person' && within !== null
  const missing = (empty: boolean) =>
    tried && empty ? { reason: say('thing.page.missing'), accepted: say('thing.page.missing_how') } : null
  const add = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (kind === '' || field === null || value.trim() === '' || standing === '' || (asSubject && category === ''))
      return
    doing.act(async () => {
      const { thing } = await api('thingAdd', {
        ...{ id: ids.id, kind, kept: 'pointer' },
        ...(within === null ? {} : { case: within }),
        values: [{ id: ids.value, field, value: value.trim(), standing }],
        ...(asSubject && category !== '' ? { subject: { tie: ids.tie, category, standing: 'fact' } } : {}),
        grounds: GROUNDS,
      })
      goTo(`/things/${thing}`)
    })
  }
  return (
    <Section heading={say('thing.page.add')}>
      <p className={styles.told}>{say(within === null ? 'thing.page.add_told' : 'thing.page.add_in_case')}</p>
      <form className={styles.form} noValidate onSubmit={add}>
        <Choice
          name="new-kind"
          label={say('thing.page.column.kind')}
          words={kinds}
          wordOf={(word) => say(`thing.kind.${word}`)}
          value={kind}
          error={missing(kind === '')}
          onChange={setKind}
        />
        {field !== null && (
          <TextField
            name="new-value"
            label={say(`thing.field.${field}`)}
            value={value}
            most={2_000}
            error={missing(value.trim() === '')}
            onChange={setValue}
          />
        )}
        {asSubject && (
          <Choice
            name="category"
            label={say('thing.page.column.as')}
            hint={say('thing.page.category_how')}
            words={SUBJECT_CATEGORIES}
            wordOf={(word) => say(`thing.category.${word}`)}
            value={category}
            error={missing(category === '')}
            onChange={setCategory}
          />
        )}
        <Choice
          name="new-standing"
          label={say('thing.page.standing')}
          words={STANDINGS}
          wordOf={(word) => say(`thing.standing.${word}`)}
          value={standing}
          error={missing(standing === '')}
          onChange={setStanding}
        />
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p className={styles.buttons}>
          <Button type="submit" weight="main" aria-disabled={doing.busy}>
            {say('thing.page.add')}
          </Button>
        </p>
      </form>
    </Section>
  )
}
