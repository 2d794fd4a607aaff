import type { ReactNode } from 'react'
import styles from './Note.module.css'

interface NoteProps {
  readonly heading: ReactNode
  readonly children: ReactNode
  /** `departure` warns with the accent and the rule; `plain` only sets apart. */
  readonly tone?: 'plain' | 'departure'
  readonly role?: 'alert' | 'status'
}

/** A note in the margin: what to know before going on. */
export function Note({ heading, children, tone = 'plain', role }: NoteProps) {
  return (
    <div className={tone === 'departure' ? styles.departure : styles.plain} role={role}>
      <p>
        <strong>{heading}</strong> {children}
      </p>
    </div>
  )
}
