import { THING_KINDS, type ThingKind } from '@proofmark/contract/case-words'
import { SEE_SUBJECTS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { FIELDS_OF_KIND, type ValueField } from '@proofmark/contract/thing-words'
import { type FormEvent, useCallback, useState } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { api } from '../../frame/api.ts'
import { holdsOne } from '../../frame/desk-roles.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import { Choice } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'
import { ThingTable } from './ThingTable.tsx'

interface ThingsProps {
  /** Of one case; else all that the reader may see. */
  readonly within: string | null
  readonly session: Session
}

interface Looked {
  readonly kind: ThingKind | ''
  readonly field: ValueField | ''
  readonly value: string
}
const ALL: Looked = { kind: '', field: '', value: '' }

/** Persons and things, with what they may be looked for by; victims and witnesses behind a step of its own. */
export function Things({ within, session }: ThingsProps) {
  const { say, figures } = useLanguage()
  const [looked, setLooked] = useState(ALL)
  const [asksProtected, setAsksProtected] = useState(false)
  const [after, setAfter] = useState(0)
  const ask = useCallback(
    (signal: AbortSignal) =>
      api(
        'thingList',
        {
          ...(within === null ? {} : { case: within }),
          ...(looked.kind === '' ? {} : { kinds: [looked.kind] }),
          ...(looked.field === '' || looked.value.trim() === ''
            ? {}
            : { find: { field: looked.field, value: looked.value } }),
          protectedPersons: asksProtected,
          after,
          grounds: GROUNDS,
        },
        {},
        signal,
      ),
    [within, looked, asksProtected, after],
  )
  const [asked, again] = useAsked(ask)
  return (
    <Section
      heading={say('thing.page.list')}
      aside={asked.kind === 'answered' ? figures.count(asked.answer.things.length) : null}
      busy={asked.kind === 'asking'}
    >
      <Looking
        onLook={(wanted) => {
          setAfter(0)
          setLooked(wanted)
        }}
      />
      {asked.kind === 'asking' && <Bars id="thing.page.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
      {asked.kind === 'answered' && (
        <>
          {asked.answer.things.length === 0 ? (
            <p className={styles.told}>{say('thing.none')}</p>
          ) : (
            <ThingTable things={asked.answer.things} />
          )}
          {asked.answer.hiddenPersons > 0 && (
            <p className={styles.told}>
              {say('thing.hidden', { count: asked.answer.hiddenPersons })}{' '}
              {holdsOne(session, SEE_SUBJECTS) && (
                <Button weight="word" onClick={() => setAsksProtected(true)}>
                  {say('thing.page.show_hidden')}
                </Button>
              )}
            </p>
          )}
          <p className={styles.buttons}>
            {after > 0 && (
              <Button weight="word" onClick={() => setAfter(0)}>
                {say('thing.page.first')}
              </Button>
            )}
            {asked.answer.next !== null && (
              <Button onClick={() => setAfter(asked.answer.next ?? 0)}>{say('thing.page.next')}</Button>
            )}
          </p>
        </>
      )}
    </Section>
  )
}

function Looking({ onLook }: { readonly onLook: (looked: Looked) => void }) {
  const { say } = useLanguage()
  const [{ kind, field, value }, setLooked] = useState(ALL)
  const fields =
    kind === '' ? (['name', 'number', 'plate', 'document', 'iban', 'address'] as const) : FIELDS_OF_KIND[kind]
  const look = (event: FormEvent) => {
    event.preventDefault()
    onLook({ kind, field: field || (value.trim() === '' ? '' : (fields[0] ?? '')), value })
  }
  return (
    <form className={styles.form} onSubmit={look}>
      <Choice
        name="kind"
        label={say('thing.page.column.kind')}
        none={say('thing.page.every_kind')}
        words={THING_KINDS}
        wordOf={(word) => say(`thing.kind.${word}`)}
        value={kind}
        onChange={(chosen) => setLooked({ kind: chosen, field: '', value })}
      />
      <Choice
        name="field"
        label={say('thing.page.look_by')}
        none={say('thing.page.every_value')}
        words={fields.filter((each) => each !== 'note')}
        wordOf={(word) => say(`thing.field.${word}`)}
        value={field}
        onChange={(chosen) => setLooked({ kind, field: chosen, value })}
      />
      <TextField
        name="value"
        label={say('thing.page.value')}
        hint={say('thing.page.value_how')}
        value={value}
        most={2_000}
        onChange={(text) => setLooked({ kind, field, value: text })}
      />
      <p className={styles.buttons}>
        <Button type="submit">{say('thing.page.look')}</Button>
      </p>
    </form>
  )
}
