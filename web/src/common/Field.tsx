import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong, and what would be accepted. */
  readonly error?: { readonly reason: string; readonly accepted: string } | null | undefined
  readonly children: (control: FieldControl) => ReactNode
}

/** What the control of a field carries so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly className: string | undefined
}

/** A form row: label beside, one line under the field, and under it a hint or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = error || hint ? `${id}-said` : undefined
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.value}>
        {children({
          id,
          'aria-describedby': described,
          'aria-invalid': error ? true : undefined,
          className: styles.control,
        })}
        {described && (
          <p id={described} className={styles.said}>
            {error ? (
              <>
                <strong>{error.reason}</strong> {error.accepted}
              </>
            ) : (
              hint
            )}
          </p>
        )}
      </div>
    </div>
  )
}
