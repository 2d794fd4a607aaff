import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { LongText } from '../form/fields.tsx'

interface ReasonProps {
  readonly value: string
  readonly label?: string
  /** Was it tried without one? */
  readonly missing: boolean
  readonly onChange: (why: string) => void
}

/** Why somebody does what they do: it stays in the history. */
export function Reason({ value, label, missing, onChange }: ReasonProps) {
  const { say } = useLanguage()
  return (
    <LongText
      name="why"
      label={label ?? say('traces.page.why')}
      error={missing ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.why') } : null}
      value={value}
      most={500}
      onChange={onChange}
    />
  )
}

/** When it happened, where that was not now. */
export function Moment({
  value,
  label,
  onChange,
}: {
  readonly value: string
  readonly label: string
  readonly onChange: (at: string) => void
}) {
  const { say } = useLanguage()
  return (
    <Field label={label} hint={say('traces.page.at_hint')}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          name="at"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The moment of a field in the reader's own time; nothing where it is empty. */
export function momentOf(local: string): { at?: string } {
  const moment = local === '' ? Number.NaN : new Date(local).getTime()
  return Number.isNaN(moment) ? {} : { at: new Date(moment).toISOString() }
}
