import { LEGAL_BASES, type LegalBasis } from '@proofmark/contract/purposes'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'

interface AskingFieldsProps {
  readonly basis: LegalBasis | null
  readonly reference: string
  /** Was it tried to ask? Only then is it said what is missing. */
  readonly tried: boolean
  readonly onChange: (part: { readonly basis?: LegalBasis; readonly reference?: string }) => void
}

/** On which law one asks, picked from the list, and under which reference; both are needed. */
export function AskingFields({ basis, reference, tried, onChange }: AskingFieldsProps) {
  const { say } = useLanguage()
  const missing = (name: 'basis' | 'reference') => ({
    reason: say(`pointer.${name}_missing`),
    accepted: say(`pointer.${name}_accepted`),
  })
  return (
    <>
      <Field label={say('pointer.basis')} error={tried && !basis ? missing('basis') : null}>
        {(control) => (
          <select
            {...control}
            name="basis"
            required
            value={basis ?? ''}
            onChange={(event) => onChange({ basis: event.target.value as LegalBasis })}
          >
            <option value="" disabled>
              {say('common.choose')}
            </option>
            {LEGAL_BASES.map((code) => (
              <option key={code} value={code}>
                {say(`word.basis.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('common.reference')} error={tried && reference.trim() === '' ? missing('reference') : null}>
        {(control) => (
          <input
            {...control}
            name="asking-reference"
            required
            dir={directionOf(reference)}
            value={reference}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => onChange({ reference: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
