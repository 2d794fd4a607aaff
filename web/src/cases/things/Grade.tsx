import type { ThingEvaluation } from '@proofmark/contract/schemas/thing'
import styles from './Things.module.css'

/** Grades and codes as their originator gave them, after the name of the scheme. */
export function Grade({ evaluation }: { readonly evaluation: ThingEvaluation | null }) {
  if (evaluation === null) return null
  const { scheme, sourceGrade, informationGrade, codes } = evaluation
  const grades = [sourceGrade, informationGrade].filter((each) => each !== null).join('')
  return (
    <span className={styles.under}>
      <bdi dir="ltr">{[scheme.replaceAll('_', ' '), grades, ...codes].filter((each) => each !== '').join(' · ')}</bdi>
    </span>
  )
}
