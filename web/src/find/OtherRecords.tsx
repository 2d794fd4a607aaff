import { useId } from 'react'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { type FoundFirearm, othersInOrder } from './firearms.ts'
import styles from './OtherRecords.module.css'
import { Happened, SaidBy } from './said.tsx'

/** The other records of a firearm, a line each; a mark only where it is read otherwise than on the best one. */
export function OtherRecords({ firearm }: { readonly firearm: FoundFirearm }) {
  const { say, figures } = useLanguage()
  const id = useId()
  return (
    <div className={styles.others}>
      <h4 id={id}>
        <span>{say('find.other_records')}</span>
      </h4>
      <ul aria-labelledby={id}>
        {othersInOrder(firearm).map((each) => (
          <li key={each.record}>
            <span>
              <Figure>{figures.probability(each.probability)}</Figure>
            </span>
            <span className={styles.said}>
              <SaidBy candidate={each} />
            </span>
            <span className={styles.happened}>
              <Happened candidate={each} />
            </span>
            {each.matched.norm !== firearm.lead.matched.norm && (
              <span className={styles.mark}>
                <Mark mark={each.matched} size="text" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
