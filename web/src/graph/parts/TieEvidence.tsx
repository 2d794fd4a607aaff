import type { GraphEdge } from '@proofmark/contract/schemas/graph'
import { Facts } from '../../common/Facts.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Words } from '../useTexts.ts'
import { nodesTelling, placeOfName } from './evidence-place.ts'
import styles from './Parts.module.css'
import { RecordLinks } from './RecordLinks.tsx'

/** Why a tie is there, when it was so, who said it and how they graded it, and what it rests on. */
export function TieEvidence({ tie, words }: { readonly tie: GraphEdge; readonly words: Words }) {
  const { say } = useLanguage()
  const { grade } = tie
  // What says no more than the tie itself is not said twice.
  const why = words.why(tie).filter((each) => each !== words.relation(tie))
  const facts = [words.days(tie), grade === null ? null : say('graph.page.graded', { grade }), words.said(tie)].filter(
    (fact) => fact !== null,
  )
  return (
    <span className={styles.rests}>
      {why.length > 0 && <span>{why.join(' ')}</span>}
      {facts.length > 0 && (
        <span>
          <Facts>{facts}</Facts>
        </span>
      )}
      <TieSources tie={tie} words={words} />
    </span>
  )
}

/** The records that a tie rests on, and the pages on which it stands. */
export function TieSources({ tie, words }: { readonly tie: GraphEdge; readonly words: Words }) {
  const { say } = useLanguage()
  const telling = nodesTelling(tie)
  return (
    <span className={styles.acts}>
      <RecordLinks records={tie.records} />
      {telling.length > 0 && (
        // On paper nobody opens a page, and who said it is told.
        <span className={tie.said ? `${styles.acts} ${styles.onScreen}` : styles.acts}>
          <span className={styles.quiet}>{say('graph.page.stands_in')}</span>
          {telling.map((name) => (
            <Go key={name} to={placeOfName(name) ?? ''}>
              <bdi>{words.nameOf(name)}</bdi>
            </Go>
          ))}
        </span>
      )}
    </span>
  )
}
