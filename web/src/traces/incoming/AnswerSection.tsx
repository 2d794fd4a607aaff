import type { TraceAnswerDraft, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { useCallback } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import { GROUNDS } from '../grounds.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AskOwners } from './AskOwners.tsx'
import { Candidates } from './Candidates.tsx'
import styles from './Incoming.module.css'

interface AnswerSectionProps {
  readonly trace: TraceShown
  readonly onChanged: (trace: TraceShown) => void
}

/** An incoming request answered: what fits in the reader's own records, what is others' to release, and the reply. */
export function AnswerSection({ trace, onChanged }: AnswerSectionProps) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal): Promise<TraceAnswerDraft> =>
      api('traceAnswerDraft', { trace: trace.id, grounds: GROUNDS }, {}, signal),
    [trace.id],
  )
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('traces.page.candidates')} busy>
        <Bars id="traces.page.looking" />
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const { answer } = asked
  return (
    <>
      <div className={styles.two}>
        <Candidates own={answer.own} />
        <AskOwners
          trace={trace.id}
          reference={trace.reference ?? trace.id}
          own={answer.own}
          others={answer.others}
          questions={answer.questions}
        />
      </div>
      <AnswerForm trace={trace} reply={answer.reply} onChanged={onChanged} />
    </>
  )
}
