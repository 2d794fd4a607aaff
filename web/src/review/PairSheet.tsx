import type { ReviewShow } from '@proofmark/contract/schemas/review'
import { type RefObject, useId } from 'react'
import { Section } from '../common/Section.tsx'
import { History } from '../firearm/matches/History.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Aligned } from '../mark/Aligned.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Why } from '../why/Why.tsx'
import { ChainSteps } from './ChainSteps.tsx'
import { Effects } from './Effects.tsx'
import styles from './PairSheet.module.css'
import { SideBySide } from './SideBySide.tsx'

interface PairSheetProps {
  readonly ref: RefObject<HTMLElement | null>
  readonly shown: ReviewShow
  /** Which of how many it is. */
  readonly place: number
  readonly count: number
  readonly busy: boolean
}

/** One pair to be judged: the marks over each other, why it is first, the records beside their rivals, what would change. */
export function PairSheet({ ref, shown, place, count, busy }: PairSheetProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const { match, own, kind, why, chain } = shown
  const { marks, judgements } = match
  return (
    <article ref={ref} tabIndex={-1} aria-labelledby={id} aria-busy={busy} className={styles.sheet} data-pair="">
      <Section
        heading={<span id={id}>{say(`review.question.${match.relation}`)}</span>}
        aside={say('review.place', { place: figures.count(place), count: figures.count(count) })}
      >
        <div className={styles.mark}>
          {marks && marks.own.characters.length > 0 && marks.other.characters.length > 0 ? (
            <Aligned query={marks.own} record={marks.other} alignment={marks.alignment} compared="records" />
          ) : (
            <Mark mark={own.read.serial} size="text" />
          )}
        </div>
        {kind !== null && (
          <div className={styles.why}>
            <p>{say(`review.kind_means.${kind}`)}</p>
            <h3>{say('review.why_first')}</h3>
            <ul>
              {why.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
      </Section>
      {chain && <ChainSteps chain={chain} />}
      <Section heading={say('review.sheet')}>
        <SideBySide shown={shown} />
      </Section>
      <Section heading={say('review.for_and_against')}>
        <Why evidence={match.evidence} probability={match.by === 'model' ? match.probability : null} />
        <History
          judgements={judgements}
          pair={{ record: own.record, other: match.record }}
          mayJudge={false}
          onAct={() => undefined}
        />
      </Section>
      <Effects shown={shown} />
    </article>
  )
}
