import type { ReactNode, Ref } from 'react'
import { Field, type FieldProps } from './Field.tsx'

interface CodeFieldProps extends Omit<FieldProps, 'children'> {
  readonly ref: Ref<HTMLInputElement>
  readonly value: string
  /** The code comes from the reader's own app, which the browser may fill in. */
  readonly fromApp?: boolean
  readonly onChange: (code: string) => void
}

/** A form row for a code of digits, from left to right in every language; digits of any script may be typed. */
export function CodeField({ ref, value, fromApp = false, onChange, ...field }: CodeFieldProps): ReactNode {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          name="code"
          dir="ltr"
          value={value}
          maxLength={20}
          inputMode="numeric"
          autoComplete={fromApp ? 'one-time-code' : 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
