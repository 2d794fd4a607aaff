import { TRACE_QUESTIONS } from '@proofmark/contract/trace-words'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { Tick, Ticks } from './fields.tsx'
import type { PartProps } from './part.ts'

/** What is asked. */
export function QuestionsPart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('traces.form.questions')}>
      <div className={styles.fields}>
        <Ticks
          name="questions"
          label={say('traces.form.asked')}
          words={TRACE_QUESTIONS}
          chosen={draft.questions}
          wordOf={(question) => say(`word.trace_question.${question}`)}
          onChange={(questions) => change({ questions })}
        />
        <div className={styles.wide}>
          <Tick
            name="ballisticLead"
            label={say('traces.form.ballistic_lead')}
            value={draft.ballisticLead}
            onChange={(ballisticLead) => change({ ballisticLead })}
          />
        </div>
      </div>
    </Section>
  )
}
