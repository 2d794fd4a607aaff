import { TRACE_PRIORITIES } from '@proofmark/contract/trace-words'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { Choice, LongText } from './fields.tsx'
import type { PartProps } from './part.ts'

/** How soon it is wanted; urgent only with a reason. */
export function PriorityPart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  const unjustified = draft.priority === 'urgent' && draft.urgentBecause.trim() === ''
  return (
    <Section heading={say('traces.form.priority')}>
      <div className={styles.fields}>
        <Choice
          name="priority"
          label={say('traces.form.priority')}
          words={TRACE_PRIORITIES}
          wordOf={(priority) => say(`word.trace_priority.${priority}`)}
          value={draft.priority}
          onChange={(priority) => priority !== '' && change({ priority })}
        />
        {draft.priority === 'urgent' && (
          <div className={styles.wide}>
            <LongText
              name="urgentBecause"
              label={say('traces.form.urgent_because')}
              error={
                unjustified
                  ? { reason: say('traces.form.urgent_missing'), accepted: say('traces.form.urgent_accepted') }
                  : null
              }
              value={draft.urgentBecause}
              most={4_000}
              onChange={(urgentBecause) => change({ urgentBecause })}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
