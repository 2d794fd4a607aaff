import type { Handling } from '@proofmark/contract/schemas/trace-message'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

/** The originator's evaluation and handling codes, in the originator's own scheme. */
export function HandlingLine({ handling }: { readonly handling: Handling }) {
  const { say, figures } = useLanguage()
  const { scheme, sourceGrade, informationGrade, codes, conditions, originator, expires } = handling
  const grades = [sourceGrade, informationGrade].filter((grade) => grade !== null).join(' ')
  return (
    <p className={styles.told}>
      <Facts>
        {[
          say('traces.form.handling'),
          originator,
          say('traces.form.scheme_name', { scheme }),
          grades && <Identifier key="grades">{grades}</Identifier>,
          codes.length > 0 && <Identifier key="codes">{codes.join(' ')}</Identifier>,
          conditions,
          expires && say('traces.page.until', { day: figures.span({ from: expires, to: expires }) }),
        ]}
      </Facts>
    </p>
  )
}
