import type { ReactNode } from 'react'
import { directionOf } from './direction.ts'
import { Field, type FieldProps } from './Field.tsx'

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly name: string
  readonly value: string
  /** How many characters it takes at the most. */
  readonly most: number
  readonly onChange: (text: string) => void
}

/** A form row for a short text in any script, which runs the way that its own letters do. */
export function TextField({ name, value, most, onChange, ...field }: TextFieldProps): ReactNode {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          name={name}
          dir={directionOf(value)}
          value={value}
          maxLength={most}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
