import type { Candidate, FindAnswer } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Aligned } from '../mark/Aligned.tsx'
import { Mark } from '../mark/Mark.tsx'
import { AskAgencies } from '../pointers/AskAgencies.tsx'
import { Why } from '../why/Why.tsx'
import { WhyShort } from '../why/WhyShort.tsx'
import styles from './CandidateRow.module.css'
import { likelyWord } from './likely.ts'

interface CandidateRowProps {
  readonly candidate: Candidate
  readonly query: FindAnswer['query']
  /** The best candidate: itself, or the one that it is compared with. */
  readonly lead: Candidate
  readonly session: Session
  readonly reference: string
}

/** One record that the mark may belong to: how likely, what it is, how its mark compares, and why. */
export default function CandidateRow({ candidate, query, lead, session, reference }: CandidateRowProps) {
  const language = useLanguage()
  const { say, figures } = language
  const { read, matched } = candidate
  const first = candidate === lead
  const date = figures.span(candidate.date)
  return (
    <article className={first ? styles.first : styles.candidate}>
      <p className={styles.rank}>
        <span className={styles.probability}>
          <Figure>{figures.probability(candidate.probability)}</Figure>
        </span>
        <span className={styles.likely}>{say(`find.likely.${likelyWord(candidate.probability)}`)}</span>
      </p>
      <div className={styles.what}>
        <h3>
          <Go to={`/records/${candidate.record}`}>{itemName(language, read)}</Go>
        </h3>
        <p className={styles.facts}>
          <Facts>{itemFacts(language, read)}</Facts>
        </p>
        <div className={styles.marks}>
          {matched.characters.length > 0 ? (
            <Aligned query={query.characters} record={matched.characters} />
          ) : (
            <Mark mark={matched} size="text" />
          )}
        </div>
        <p className={styles.source}>
          <Facts>
            {[
              candidate.source,
              <Identifier key="key" mono>
                {candidate.key}
              </Identifier>,
              candidate.agency,
            ]}
          </Facts>
          <br />
          <Facts>{[say(`word.event.${candidate.event}`), date ?? say('common.date_unknown')]}</Facts>
        </p>
        <p className={styles.source}>
          <Go to={`/firearms/${candidate.record}`}>{say('record.firearm')}</Go>
        </p>
      </div>
      <div className={styles.why}>
        {first ? (
          <Why evidence={candidate.evidence} probability={candidate.probability} />
        ) : (
          <WhyShort evidence={candidate.evidence} first={lead.evidence} />
        )}
      </div>
      {candidate.own && (
        <div className={styles.ask}>
          <AskAgencies record={candidate.record} read={read} session={session} reference={reference} />
        </div>
      )}
    </article>
  )
}
