import { Field, type FieldProps } from '../common/Field.tsx'

interface MomentProps extends Omit<FieldProps, 'children'> {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A day and a time of day, as the browser of the reader sets them. */
export function Moment({ name, value, onChange, ...said }: MomentProps) {
  return (
    <Field {...said}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          name={name}
          value={value}
          max="9999-12-31T23:59"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
