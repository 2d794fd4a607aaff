import { Figure } from '../common/Figure.tsx'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import type { Shares } from './firearms.ts'
import styles from './SharedOdds.module.css'

/** Parts that are narrower have no room for their figure, on a small screen or on any; it stands with the firearm. */
const ROOM = { small: 0.2, any: 0.09 } as const

/** Said before all else where several firearms fit: only one can be it, and so they share the probability. */
export function SharedOdds({ shares: { shares, rest } }: { readonly shares: Shares }) {
  const { say, figures } = useLanguage()
  const count = shares.length
  return (
    <div className={styles.shared}>
      <p>{say('find.shared', { count, figure: figures.count(count) })}</p>
      <div className={styles.bar} aria-hidden="true">
        {numbered(shares).map(({ place, value }) => (
          <span key={place} className={value < ROOM.small ? styles.narrow : styles.share} style={{ flexGrow: value }}>
            {value >= ROOM.any && <Figure>{figures.probability(value)}</Figure>}
          </span>
        ))}
        {rest > 0 && <span className={styles.rest} style={{ flexGrow: rest }} />}
      </div>
    </div>
  )
}
