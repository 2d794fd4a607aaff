import { position, type Step } from './balance.ts'
import styles from './Why.module.css'

/** One bar on the page's one scale: solid for, hatched against, an outline for the start, nothing where nothing is said. */
export function Bar({ step }: { readonly step: Step }) {
  const from = position(step.from)
  const to = position(step.to)
  const start = Math.min(from.percent, to.percent)
  const kind = step.field === 'prior' ? styles.prior : step.bits < 0 ? styles.barAgainst : styles.barFor
  return (
    <span className={styles.track} aria-hidden="true">
      {Math.abs(step.bits) >= 0.05 && (
        <span
          className={[kind, to.cut ? styles.cut : ''].join(' ')}
          style={{ insetInlineStart: `${start}%`, inlineSize: `${Math.abs(to.percent - from.percent)}%` }}
        />
      )}
    </span>
  )
}
