import { Field } from '../common/Field.tsx'
import type { Place } from './Places.tsx'

interface PlaceSelectProps {
  readonly label: string
  readonly name: string
  readonly places: readonly Place[]
  readonly value: string
  /** What stands for no place, where none may be chosen. */
  readonly none?: string
  readonly onChange: (place: string) => void
}

/** One of the storage places, by its path. */
export function PlaceSelect({ label, name, places, value, none, onChange }: PlaceSelectProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} name={name} value={value} onChange={({ target }) => onChange(target.value)}>
          {none !== undefined && <option value="">{none}</option>}
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
