import type { FoundCandidate } from '@proofmark/contract/schemas/find'
import { useId } from 'react'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './OtherRecords.module.css'
import { Happened, SaidBy } from './said.tsx'

interface OtherRecordsProps {
  readonly lead: FoundCandidate
  readonly others: readonly FoundCandidate[]
}

/** The other records of a firearm, a line each; a mark only where it is read otherwise than on the best one. */
export function OtherRecords({ lead, others }: OtherRecordsProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  return (
    <div className={styles.others}>
      <h4 id={id}>{say('find.other_records')}</h4>
      <ul aria-labelledby={id}>
        {others.map((each) => (
          <li key={each.record}>
            <span>
              <Figure>{figures.probability(each.probability)}</Figure>
            </span>
            <span>
              <SaidBy candidate={each} />
            </span>
            <span className={styles.happened}>
              <span>
                <Happened candidate={each} />
              </span>
              {each.matched.norm !== lead.matched.norm && <Mark mark={each.matched} size="text" />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
