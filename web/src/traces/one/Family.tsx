import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Identifier } from '../../common/Identifier.tsx'
import { Section } from '../../common/Section.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './TracePage.module.css'

/** The request before it, those after it, and the records that it is about. */
export function Family({ trace: { parent, children, records } }: { readonly trace: TraceShown }) {
  const { say, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  return (
    <>
      {(parent !== null || children.length > 0) && (
        <Section heading={say('traces.page.family')}>
          <ul className={styles.list}>
            {parent !== null && (
              <li>
                <Go to={`/traces/${parent}`}>{say('traces.page.parent')}</Go>
              </li>
            )}
            {children.map(({ id, country, state }) => (
              <li key={id}>
                <Go to={`/traces/${id}`}>
                  {say('traces.page.child', {
                    country: country === null ? say('traces.page.no_country') : nameOf(country),
                    state: say(`word.trace_state.${state}`),
                  })}
                </Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section heading={say('traces.page.records')}>
        {records.length === 0 && <p className={styles.told}>{say('traces.page.no_records')}</p>}
        <ul className={styles.list}>
          {records.map(({ record, source, key }) => (
            <li key={record}>
              <Go to={`/firearms/${record}`}>
                <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
              </Go>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
