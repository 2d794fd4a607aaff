import type { EntryField } from '@proofmark/contract/entry-fields'
import { UNKNOWN_REASONS, type UnknownReason } from '@proofmark/contract/entry-fields'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import { isUnknowable } from './draft.ts'
import styles from './EnterForm.module.css'
import type { EntryDesk, EntryState } from './entry-desk.ts'
import { problemOf, refusedFields } from './outcome.ts'
import { readAs } from './ReadAs.tsx'

interface EntryTextProps {
  readonly field: EntryField
  readonly desk: EntryDesk
  readonly state: EntryState
}

/** Calibres, years and dates are set left to right in every language. */
const IDENTIFIERS: ReadonlySet<EntryField> = new Set([
  'calibre',
  'year',
  'quantity',
  'date',
  'until',
  'reported',
  'ref',
])
const HINTED: ReadonlySet<EntryField> = new Set(['date', 'until', 'reported', 'year', 'importer', 'reason'])

/** One text of an entry, beside it the reason for which there may be none, and under it what was made of it. */
export function EntryText({ field, desk, state }: EntryTextProps) {
  const language = useLanguage()
  const { say } = language
  const { draft, hints, sending } = state
  const text = draft.stated[field] ?? ''
  const reason = isUnknowable(field) ? draft.notKnown[field] : undefined
  const label = say(`enter.field.${field}`)
  const change = (value: string) => desk.change({ stated: { ...draft.stated, [field]: value } })
  return (
    <Field label={label} error={errorOf()} hint={reason ? null : readAs(language, { field, text: text.trim(), hints })}>
      {(control) => {
        const input = (
          <input
            {...control}
            name={field}
            dir={IDENTIFIERS.has(field) && text !== '' ? 'ltr' : directionOf(text)}
            value={reason ? '' : text}
            disabled={reason !== undefined}
            maxLength={LONGEST[field] ?? 120}
            autoComplete="off"
            spellCheck={false}
            inputMode={field === 'quantity' ? 'numeric' : undefined}
            placeholder={reason || !HINTED.has(field) ? undefined : say(`enter.hint.${field}`)}
            onChange={(event) => change(event.target.value)}
          />
        )
        if (!isUnknowable(field)) return input
        return (
          <div className={styles.knowable}>
            {input}
            <span className={styles.reason}>
              <select
                className={control.className}
                aria-label={say('enter.known', { field: label })}
                value={reason ?? ''}
                onChange={(event) =>
                  desk.change({ notKnown: { ...draft.notKnown, [field]: chosenReason(event.target.value) } })
                }
              >
                <option value="">{say('enter.stated')}</option>
                {UNKNOWN_REASONS.map((code) => (
                  <option key={code} value={code}>
                    {say(`word.unknown.${code}`)}
                  </option>
                ))}
              </select>
            </span>
          </div>
        )
      }}
    </Field>
  )

  function errorOf() {
    const problem = problemOf(state, field)
    if (problem) return { reason: problem.reason, accepted: problem.accepted }
    if (sending.kind !== 'refused' || !refusedFields(state).includes(field)) return null
    if (text.trim() !== '' && sending.error.code === 'entry_incomplete') return null
    if (sending.error.code === 'entry_incomplete')
      return reason ? null : { reason: say('enter.left_out'), accepted: say('enter.left_out_accepted') }
    return { reason: sending.error.message, accepted: '' }
  }
}

const LONGEST: Readonly<Partial<Record<EntryField, number>>> = {
  year: 40,
  quantity: 20,
  date: 80,
  until: 80,
  reported: 80,
  place: 200,
  reason: 200,
}

function chosenReason(value: string): UnknownReason | undefined {
  return UNKNOWN_REASONS.find((reason) => reason === value)
}
