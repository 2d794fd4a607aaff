import type { TraceCompleteness } from '@proofmark/contract/schemas/trace-shown'
import { TRACE_HELPERS } from '@proofmark/contract/trace-words'
import { Button } from '../../common/Button.tsx'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { FIELD_OF, goToField } from './needs.ts'

/** How complete the saved form is, what is missing and who can fill it; each leads to its field. */
export function Completeness({ completeness }: { readonly completeness: TraceCompleteness }) {
  const { say, figures } = useLanguage()
  const { score, mayLeave, missing } = completeness
  const helpers = TRACE_HELPERS.filter((helper) => missing.some(({ ask }) => ask === helper))
  return (
    <Section heading={say('traces.form.complete')}>
      <div className={styles.missing}>
        <p className={styles.share}>{figures.percent(score / 100)}</p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${score}%` }} />
        </div>
        <p>
          {say(
            mayLeave
              ? missing.length === 0
                ? 'traces.form.nothing_missing'
                : 'traces.form.may_leave'
              : 'traces.form.may_not_leave',
          )}
        </p>
        {helpers.map((helper) => {
          const asked = missing.filter(({ ask }) => ask === helper)
          const whom = [...new Set(asked.flatMap((each) => each.whom ?? []))]
          return (
            <div key={helper}>
              <h3>{say('traces.form.asks', { helper: say(`word.trace_helper.${helper}`) })}</h3>
              {whom.map((name) => (
                <p key={name}>
                  <bdi>{name}</bdi>
                </p>
              ))}
              <ul>
                {asked.map(({ need, text, mandatory }) => (
                  <li key={need} className={mandatory ? styles.must : styles.may}>
                    <Button weight="word" onClick={() => goToField(FIELD_OF[need])}>
                      {text}
                    </Button>
                    {mandatory && <span className="unseen"> {say('traces.form.mandatory')}</span>}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </Section>
  )
}
