import type { FindAnswer, FoundCandidate } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { useId } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Aligned } from '../mark/Aligned.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Why } from '../why/Why.tsx'
import { WhyShort } from '../why/WhyShort.tsx'
import { AskByRecord } from './AskByRecord.tsx'
import styles from './FirearmRow.module.css'
import { describedBy, type FoundFirearm, ownRecordsOf } from './firearms.ts'
import { likelyWord } from './likely.ts'
import { OtherRecords } from './OtherRecords.tsx'
import { Happened, SaidBy } from './said.tsx'
import { TellRecords } from './TellRecords.tsx'

interface FirearmRowProps {
  readonly firearm: FoundFirearm
  readonly query: FindAnswer['query']
  /** The best candidate of all: of this firearm, or the one that it is compared with. */
  readonly first: FoundCandidate
  readonly session: Session
  readonly reference: string
}

/**
 * One firearm that the mark may belong to: by its best record how likely, what it is, how its mark compares, and why;
 * then what its other records say.
 */
export default function FirearmRow({ firearm, query, first, session, reference }: FirearmRowProps) {
  const language = useLanguage()
  const { say, figures } = language
  const id = useId()
  const { lead, others } = firearm
  const { matched, probability, evidence } = lead
  const { read } = describedBy(firearm)
  const isFirst = lead === first
  const own = ownRecordsOf(firearm)
  return (
    <article className={isFirst ? styles.first : styles.firearm} aria-labelledby={id}>
      <p className={styles.rank}>
        <span className={styles.probability}>
          <Figure>{figures.probability(probability)}</Figure>
        </span>
        <span className={styles.likely}>{say(`find.likely.${likelyWord(probability)}`)}</span>
      </p>
      <div className={styles.what}>
        <h3 id={id}>
          <Go to={`/firearms/${lead.record}`}>{itemName(language, read)}</Go>
        </h3>
        <p className={styles.facts}>
          <Facts>{itemFacts(language, read)}</Facts>
        </p>
        {others.length > 0 && <TellRecords firearm={firearm} />}
        <div className={styles.marks}>
          {matched.characters.length > 0 ? (
            <Aligned query={query} record={matched} alignment={lead.alignment} />
          ) : (
            <Mark mark={matched} size="text" />
          )}
        </div>
        <p className={styles.facts}>
          <SaidBy candidate={lead} />
          <br />
          <Happened candidate={lead} />
        </p>
        <p className={styles.compare}>
          <Go to={`/why-not/${lead.record}`}>{say('find.why_not')}</Go>
        </p>
      </div>
      <div className={styles.why}>
        {isFirst ? (
          <Why evidence={evidence} probability={probability} />
        ) : (
          <WhyShort evidence={evidence} first={first.evidence} />
        )}
      </div>
      {others.length > 0 && <OtherRecords firearm={firearm} />}
      {own.length > 0 && (
        <div className={styles.ask}>
          <AskByRecord records={own} session={session} reference={reference} />
        </div>
      )}
    </article>
  )
}
