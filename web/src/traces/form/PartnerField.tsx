import { useCallback, useId } from 'react'
import { directionOf } from '../../common/direction.ts'
import { Field, type FieldProps } from '../../common/Field.tsx'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'

interface PartnerFieldProps extends Pick<FieldProps, 'error'> {
  readonly name: string
  readonly value: string
  readonly onChange: (partner: string) => void
}

/** A partner by its short name; those with whom there is an agreement are offered, others can be typed. */
export function PartnerField({ name, value, error, onChange }: PartnerFieldProps) {
  const { say } = useLanguage()
  const id = useId()
  const ask = useCallback((signal: AbortSignal) => api('partnerList', undefined, {}, signal), [])
  const [asked] = useAsked(ask)
  const known = asked.kind === 'answered' ? asked.answer.partners : []
  return (
    <>
      <Field label={say('traces.form.partner')} hint={say('traces.form.partner_hint')} error={error ?? null}>
        {(control) => (
          <input
            {...control}
            name={name}
            list={`${id}-partners`}
            dir={directionOf(value)}
            value={value}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <datalist id={`${id}-partners`}>
        {known.map(({ partner, name: full }) => (
          <option key={partner} value={partner} label={full} />
        ))}
      </datalist>
    </>
  )
}
