import type { ThingEvaluation } from '@proofmark/contract/schemas/thing'
import { Facts } from '../../common/Facts.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { meaningsOf } from '../meaning.ts'
import styles from './Things.module.css'

/** Grades and codes as their originator gave them, after the name of the scheme, and what they mean in it. */
export function Grade({ evaluation }: { readonly evaluation: ThingEvaluation | null }) {
  const { say } = useLanguage()
  if (evaluation === null) return null
  const { scheme, sourceGrade: source, informationGrade: information, codes } = evaluation
  const grades = [source, information].filter((each) => each !== null).join('')
  return (
    <span className={styles.under}>
      <Facts>
        {[
          <bdi key="grades" dir="ltr">
            {[scheme.replaceAll('_', ' '), grades, ...codes].filter((each) => each !== '').join(' · ')}
          </bdi>,
          ...meaningsOf(say, { scheme, source, information, codes }),
        ]}
      </Facts>
    </span>
  )
}
