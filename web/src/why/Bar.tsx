import { position, type Step } from './balance.ts'
import styles from './Why.module.css'

interface BarProps {
  readonly step: Step
  /** Says the same as that of the record it is compared with, and steps back behind what differs. */
  readonly same?: boolean
}

function kindOf({ field, bits }: Step): string | undefined {
  if (field === 'prior') return styles.prior
  if (field === 'rivals') return styles.rivals
  return bits < 0 ? styles.barAgainst : styles.barFor
}

/**
 * One bar on the page's one scale: solid for, hatched against, an outline for the start, a dashed one for what rivals
 * take, nothing where nothing is said.
 */
export function Bar({ step, same = false }: BarProps) {
  const from = position(step.from)
  const to = position(step.to)
  const start = Math.min(from.percent, to.percent)
  return (
    <span className={styles.track} aria-hidden="true">
      {Math.abs(step.bits) >= 0.05 && (
        <span
          className={[kindOf(step), to.cut ? styles.cut : '', same ? styles.same : ''].join(' ')}
          style={{ insetInlineStart: `${start}%`, inlineSize: `${Math.abs(to.percent - from.percent)}%` }}
        />
      )}
    </span>
  )
}
