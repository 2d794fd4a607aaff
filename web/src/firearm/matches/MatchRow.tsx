import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Item } from '@proofmark/contract/schemas/item'
import type { Match } from '@proofmark/contract/schemas/judgement'
import { useId } from 'react'
import { Facts } from '../../common/Facts.tsx'
import { Figure } from '../../common/Figure.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { itemFacts, itemName } from '../../common/item.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Aligned } from '../../mark/Aligned.tsx'
import { Mark } from '../../mark/Mark.tsx'
import { Why } from '../../why/Why.tsx'
import { History } from './History.tsx'
import styles from './MatchRow.module.css'
import { Outcome } from './Outcome.tsx'
import type { Standing, Verdict } from './standing.ts'
import { type Ends, useJudging } from './useJudging.ts'
import { Verdicts } from './Verdicts.tsx'
import { Waiting } from './Waiting.tsx'

interface MatchRowProps {
  readonly match: Match
  readonly standing: Standing
  /** The record that the page is addressed by, as it was read. */
  readonly own: { readonly record: string; readonly read: Item }
  /** In which order the two are judged, where one is a part of the other. */
  readonly partFirst: Ends
  readonly grounds: Grounds
  readonly mayJudge: boolean
  readonly onChanged: () => Promise<void>
}

/** One record beside the firearm's: what it is to it and by whom, why, and the verdicts that one click gives. */
export function MatchRow({ match, standing, own, partFirst, grounds, mayJudge, onChanged }: MatchRowProps) {
  const language = useLanguage()
  const { say, figures } = language
  const id = useId()
  const { judging, begin, again } = useJudging(grounds, onChanged)
  const { read, record, probability, by, marks } = match
  const pair: Ends = { record: own.record, other: record }
  const judge = (verdict: Verdict, reason: string) =>
    begin({ kind: 'judge', about: 'firearm', verdict, reason, ...(verdict === 'component-of' ? partFirst : pair) })
  return (
    <article className={styles.row} aria-labelledby={id}>
      <div className={styles.rank}>
        {by === 'model' && (
          <p className={styles.probability}>
            <span className="unseen">{say('firearm.probability')} </span>
            <Figure>{figures.probability(probability)}</Figure>
          </p>
        )}
        <p className={styles.standing}>{say(`firearm.standing.${standing}`)}</p>
        <p className={styles.by}>{say(`firearm.by.${by}`)}</p>
      </div>
      <div className={styles.what}>
        <h3 id={id}>
          <Go to={`/records/${record}`}>{itemName(language, read)}</Go>
        </h3>
        <p className={styles.facts}>
          <Facts>{itemFacts(language, read)}</Facts>
        </p>
        <div className={styles.marks}>
          {marks && marks.own.characters.length > 0 && marks.other.characters.length > 0 ? (
            <Aligned query={marks.own} record={marks.other} alignment={marks.alignment} compared="records" />
          ) : (
            <Mark mark={read.serial} size="text" />
          )}
        </div>
        <p className={styles.facts}>
          <Facts>
            {[
              match.source,
              <Identifier key="key" mono>
                {match.key}
              </Identifier>,
              match.agency,
            ]}
          </Facts>
          <br />
          <Facts>{[say(`word.event.${match.event}`), figures.span(match.date) ?? say('common.date_unknown')]}</Facts>
        </p>
        <p className={styles.from}>
          <Go to={`/firearms/${record}`}>{say('firearm.see_from_here')}</Go>
        </p>
      </div>
      <div className={styles.why}>
        <Why evidence={match.evidence} probability={by === 'model' ? probability : null} />
      </div>
      <div className={styles.judging}>
        <Waiting judgements={match.judgements} pair={pair} describedBy={id} mayJudge={mayJudge} onAct={begin} />
        {mayJudge && <Verdicts match={match} describedBy={id} busy={judging.kind === 'busy'} onJudge={judge} />}
        <Outcome judging={judging} onUndo={begin} onAgain={again} />
        <History judgements={match.judgements} pair={pair} mayJudge={mayJudge} onAct={begin} />
      </div>
    </article>
  )
}
