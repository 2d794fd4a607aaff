import type { Grounds } from '@proofmark/contract/schemas/common'
import type { UnnumberedAnswer } from '@proofmark/contract/schemas/unnumbered'
import { useCallback, useId, useMemo, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Line } from '../questions/Line.tsx'
import styles from './Unnumbered.module.css'

interface UnnumberedProps {
  readonly record: string
  readonly purpose: Grounds['purpose']
  readonly reference: string
  readonly mayJudge: boolean
}

/** Records without a number of the same place and time: offered to whoever may judge, and followed by nobody else. */
export function Unnumbered({ record, purpose, reference, mayJudge }: UnnumberedProps) {
  const { say, figures } = useLanguage()
  const grounds = useMemo(
    () => ({ purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }),
    [purpose, reference],
  )
  const ask = useCallback(
    (signal: AbortSignal) => api('unnumberedList', { record, grounds }, {}, signal),
    [record, grounds],
  )
  const [asked, again] = useAsked(ask)
  const answer = asked.kind === 'answered' ? asked.answer : null
  return (
    <Section heading={say('record.unnumbered')} busy={asked.kind === 'asking'}>
      <p className={styles.how}>{say('record.unnumbered_how')}</p>
      {asked.kind === 'asking' && <Bars id="record.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {answer && answer.candidates.length === 0 && (
        <p className={styles.how}>{say(`record.unnumbered_none.${answer.reason ?? 'nothing'}`)}</p>
      )}
      {answer && answer.held > answer.most && (
        <p className={styles.how}>
          {say('record.unnumbered_bound', { held: figures.count(answer.held), most: figures.count(answer.most) })}
        </p>
      )}
      {answer && answer.candidates.length > 0 && (
        <ol className={styles.list}>
          {answer.candidates.map((candidate) => (
            <li key={candidate.record}>
              <Candidate candidate={candidate} record={record} grounds={grounds} mayJudge={mayJudge} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

interface CandidateProps extends Pick<UnnumberedProps, 'record' | 'mayJudge'> {
  readonly grounds: Grounds
  readonly candidate: UnnumberedAnswer['candidates'][number]
}

function Candidate({ candidate, record, grounds, mayJudge }: CandidateProps) {
  const language = useLanguage()
  const { say, figures } = language
  const id = useId()
  const { busy, error, act, again } = useDoing()
  const [judged, setJudged] = useState({ as: candidate.judged, pressed: false })
  const judge = (verdict: 'same' | 'different') =>
    act(async () => {
      await api('judge', { id: crypto.randomUUID(), record, other: candidate.record, verdict, grounds })
      setJudged({ as: verdict, pressed: true })
    })
  const { read, source, key, agency, event, date, evidence, bits } = candidate
  return (
    <article className={styles.row} aria-labelledby={id}>
      <p className={styles.bits}>
        <Figure>{figures.bits(bits)}</Figure>
      </p>
      <div>
        <h3 id={id}>
          <Go to={`/records/${candidate.record}`}>{itemName(language, read)}</Go>
        </h3>
        <p className={styles.how}>
          <Facts>{itemFacts(language, read)}</Facts>
          <br />
          <Facts>
            {[
              source,
              <Identifier key="key" mono>
                {key}
              </Identifier>,
              agency,
              say(`word.event.${event}`),
              figures.span(date),
            ]}
          </Facts>
        </p>
        <ul className={styles.how}>
          {evidence.map((line) => (
            <li key={line.field}>
              {line.text} <Figure>{figures.bits(line.bits)}</Figure>
            </li>
          ))}
        </ul>
        {judged.as && (
          <Line className={styles.judged} focused={judged.pressed}>
            {say(`record.unnumbered_judged.${judged.as}`)}
          </Line>
        )}
        {mayJudge && !judged.as && (
          <p className={styles.buttons}>
            <Button aria-describedby={id} aria-disabled={busy} onClick={() => judge('same')}>
              {say('record.unnumbered_same')}
            </Button>
            <Button aria-describedby={id} aria-disabled={busy} onClick={() => judge('different')}>
              {say('record.unnumbered_different')}
            </Button>
          </p>
        )}
        {error && <Failed error={error} onAgain={again} />}
      </div>
    </article>
  )
}
