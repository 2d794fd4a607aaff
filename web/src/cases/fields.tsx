import type { CaseShown } from '@proofmark/contract/schemas/case'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'

interface LongTextProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly missing: boolean
  readonly most?: number
  readonly onChange: (text: string) => void
}

/** A form row for a text of several lines. */
export function LongText({ name, label, value, missing, most = 4_000, onChange }: LongTextProps) {
  const { say } = useLanguage()
  const error = missing ? { reason: say('cases.missing'), accepted: say('cases.missing_how') } : null
  return (
    <Field label={label} error={error}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          rows={3}
          dir={directionOf(value)}
          value={value}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface OneOfProps<Code extends string> {
  readonly name: string
  readonly label: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: Code | ''
  /** What stands for nothing picked. */
  readonly none?: string
  /** One has to be picked, and was not. */
  readonly missing?: boolean
  readonly onChange: (code: Code | '') => void
}

/** A form row for one of a list. */
export function OneOf<Code extends string>(props: OneOfProps<Code>) {
  const { name, label, codes, word, value, none, missing = false, onChange } = props
  const { say } = useLanguage()
  const error = missing ? { reason: say('cases.missing'), accepted: say('cases.missing_choice') } : null
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select {...control} name={name} value={value} onChange={(event) => onChange(event.target.value as Code | '')}>
          {none !== undefined && <option value="">{none}</option>}
          {codes.map((code) => (
            <option key={code} value={code}>
              {word(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface PlaceProps {
  readonly shown: CaseShown
  readonly value: string
  readonly onChange: (compartment: string) => void
}

/** A form row for where in a case something goes; nothing where there is no compartment to choose. */
export function Place({ shown, value, onChange }: PlaceProps) {
  const { say } = useLanguage()
  const inner = shown.compartments.filter(({ name, part }) => name !== null && part !== 'reader')
  if (inner.length === 0) return null
  return (
    <OneOf
      name="compartment"
      label={say('cases.where')}
      codes={inner.map(({ compartment }) => compartment)}
      word={(code) => inner.find(({ compartment }) => compartment === code)?.name ?? ''}
      value={value}
      none={say('cases.whole_case')}
      onChange={onChange}
    />
  )
}

interface DayFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly missing?: boolean
  readonly onChange: (day: string) => void
}

/** A form row for a day. */
export function DayField({ name, label, value, missing = false, onChange }: DayFieldProps) {
  const { say } = useLanguage()
  const error = missing ? { reason: say('cases.missing'), accepted: say('cases.missing_day') } : null
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          dir="ltr"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
