import { INNOCENT_EXPLANATIONS } from '@proofmark/contract/life-words'
import type { LifeDiversion } from '@proofmark/contract/schemas/life'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Alternatives.module.css'

const INNOCENT: ReadonlySet<string> = new Set(INNOCENT_EXPLANATIONS)

/** What may explain the same records, as a small balance: the weights put leads in order and are no frequencies. */
export function Alternatives({ alternatives }: { readonly alternatives: LifeDiversion['alternatives'] }) {
  const { say, figures } = useLanguage()
  if (alternatives.length === 0) return null
  return (
    <div className={styles.alternatives}>
      <p className={styles.label}>{say('firearm.alternatives')}</p>
      <ol>
        {alternatives.map(({ kind, weight }) => (
          <li key={kind}>
            <span>
              {say(`word.explanation.${kind}`)}
              {INNOCENT.has(kind) && <span className={styles.innocentWord}> {say('firearm.innocent')}</span>}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={INNOCENT.has(kind) ? styles.innocent : styles.weight}
                style={{ inlineSize: `${weight * 100}%` }}
              />
            </span>
            <Figure>{figures.probability(weight)}</Figure>
          </li>
        ))}
      </ol>
    </div>
  )
}
