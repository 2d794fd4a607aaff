import type { Purpose } from '@proofmark/contract/purposes'
import { useLanguage } from '../frame/language.tsx'
import { directionOf } from './direction.ts'
import { Field } from './Field.tsx'

interface GroundsFieldsProps {
  readonly purposes: readonly Purpose[]
  readonly purpose: Purpose | null
  readonly reference: string
  readonly missing: boolean
  readonly onChange: (part: { readonly purpose?: Purpose; readonly reference?: string }) => void
}

/** Why the reader looks: a purpose picked from the list, never typed, and the reference of the case where there is one. */
export function GroundsFields({ purposes, purpose, reference, missing, onChange }: GroundsFieldsProps) {
  const { say } = useLanguage()
  const error = missing ? { reason: say('common.purpose_missing'), accepted: say('common.purpose_accepted') } : null
  return (
    <>
      <Field label={say('common.purpose')} error={error}>
        {(control) => (
          <select
            {...control}
            name="purpose"
            required
            value={purpose ?? ''}
            onChange={(event) => onChange({ purpose: event.target.value as Purpose })}
          >
            <option value="" disabled>
              {say('common.choose')}
            </option>
            {purposes.map((code) => (
              <option key={code} value={code}>
                {say(`word.purpose.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('common.reference')}>
        {(control) => (
          <input
            {...control}
            name="reference"
            dir={directionOf(reference)}
            value={reference}
            maxLength={120}
            autoComplete="off"
            placeholder={say('common.reference_hint')}
            onChange={(event) => onChange({ reference: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
