import { ENTRY_KINDS, type EntryKind } from '@proofmark/contract/entry-fields'
import type { Source } from '@proofmark/contract/schemas/source'
import { EVENT_KINDS, type EventKind } from '@proofmark/domain/event-kind'
import { SOURCE_TRAITS } from '@proofmark/domain/source-kind'
import type { ReactNode } from 'react'
import { Field, type FieldControl } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { EntryDesk, EntryState } from './entry-desk.ts'

interface WhereProps {
  readonly sources: readonly Source[]
  readonly desk: EntryDesk
  readonly state: EntryState
}

/** Where the record goes, what happened, and what kind of thing it is of. */
export function Where({ sources, desk, state }: WhereProps) {
  const { say } = useLanguage()
  const { draft, sending } = state
  const lacks = sending.kind === 'lacking' ? sending.field : null
  const chooseSource = (name: string) => {
    const kind = sources.find((source) => source.name === name)?.kind
    const row = kind && SOURCE_TRAITS[kind].row
    // What such a source usually says, until somebody says otherwise.
    const usual = kind && draft.event === '' ? { event: SOURCE_TRAITS[kind].event, kind: asEntered(row) } : {}
    desk.change({ source: name, ...usual })
  }
  return (
    <Section heading={say('enter.where')} ruled={false}>
      <Choice field="source" value={draft.source} missing={lacks === 'source'} onChoose={chooseSource}>
        {sources.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </Choice>
      <Choice
        field="event"
        value={draft.event}
        missing={lacks === 'event'}
        onChoose={(event) => desk.change({ event: event as EventKind })}
      >
        {EVENT_KINDS.map((code) => (
          <option key={code} value={code}>
            {say(`word.event.${code}`)}
          </option>
        ))}
      </Choice>
      <Choice field="kind" value={draft.kind} onChoose={(kind) => desk.change({ kind: kind as EntryKind })}>
        {ENTRY_KINDS.map((code) => (
          <option key={code} value={code}>
            {say(`word.kind.${code}`)}
          </option>
        ))}
      </Choice>
    </Section>
  )
}

/** A register's row is a holding; by hand, one firearm of it is entered. */
function asEntered(row: string | undefined): EntryKind {
  return ENTRY_KINDS.find((kind) => kind === row) ?? 'firearm'
}

interface ChoiceProps {
  readonly field: 'source' | 'event' | 'kind'
  readonly value: string
  readonly missing?: boolean
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}

function Choice({ field, value, missing = false, onChoose, children }: ChoiceProps) {
  const { say } = useLanguage()
  const error = missing ? { reason: say('enter.not_chosen'), accepted: say(`enter.${field}_accepted`) } : null
  const select = (control: FieldControl) => (
    <select {...control} name={field} required value={value} onChange={(event) => onChoose(event.target.value)}>
      {value === '' && (
        <option value="" disabled>
          {say('common.choose')}
        </option>
      )}
      {children}
    </select>
  )
  return (
    <Field label={say(`enter.field.${field}`)} error={error}>
      {select}
    </Field>
  )
}
