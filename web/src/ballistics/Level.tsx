import type { BallisticStanding } from '@proofmark/contract/ballistic-words'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'

/** How a comparison stands, by its word; what nobody confirmed has an edge of its own too. */
export function Level({ level }: { readonly level: BallisticStanding }) {
  const { say } = useLanguage()
  const presumptive = level !== 'hit' && level !== 'excluded'
  return (
    <span className={presumptive ? `${styles.level} ${styles.presumptive}` : styles.level}>
      {say(`ballistic.level.${level}`)}
    </span>
  )
}
