import { type ReactNode, useId } from 'react'
import styles from './Section.module.css'

interface SectionProps {
  readonly heading: ReactNode
  /** One count or action, at the end. */
  readonly aside?: ReactNode
  /** A section that opens its page goes without the rule. */
  readonly ruled?: boolean
  readonly busy?: boolean
  readonly children: ReactNode
}

/** A section of a page: a rule, its heading at the start, one thing at the end. */
export function Section({ heading, aside, ruled = true, busy = false, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} aria-busy={busy} className={ruled ? styles.ruled : styles.section}>
      <header className={styles.header}>
        <h2 id={id}>{heading}</h2>
        {aside && <p className={styles.aside}>{aside}</p>}
      </header>
      {children}
    </section>
  )
}
