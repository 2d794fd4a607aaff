import { useCallback } from 'react'
import { Field } from '../common/Field.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'

interface StorageFieldProps {
  readonly value: string
  readonly onChange: (storage: string) => void
}

/** In which storage place of the agency it lies; nothing to choose where the agency has none. */
export function StorageField({ value, onChange }: StorageFieldProps) {
  const { say } = useLanguage()
  const [asked] = useAsked(useCallback(() => api('storageList'), []))
  const places = asked.kind === 'answered' ? asked.answer.places : []
  if (places.length === 0) return null
  return (
    <Field label={say('field.custody.stored')}>
      {(control) => (
        <select {...control} name="storage" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{say('field.custody.no_storage')}</option>
          {places.map(({ id, path }) => (
            <option key={id} value={id}>
              {path}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
