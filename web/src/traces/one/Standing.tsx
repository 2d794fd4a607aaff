import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Plate } from '../../common/Plate.tsx'
import { Section } from '../../common/Section.tsx'
import tables from '../../common/Table.module.css'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { stateWord } from '../state-word.ts'
import { Due } from './Due.tsx'
import styles from './TracePage.module.css'

/** Where a request stands in words, on whose move, and which deadlines run. */
export function Standing({ trace }: { readonly trace: TraceShown }) {
  const { say, figures, locale } = useLanguage()
  const { state, awaits, form, clocks } = trace
  const { role } = form.addressee
  const { country } = trace
  return (
    <Section heading={say('traces.page.standing')}>
      <p className={styles.state}>{stateWord(say, state, trace.direction)}</p>
      <p className={styles.told}>{say(`traces.page.awaits.${awaits ?? 'nobody'}`)}</p>
      <Plate
        facts={[
          [
            say(trace.direction === 'outgoing' ? 'traces.page.asked_of' : 'traces.page.asked_by'),
            country === null ? say('traces.page.no_country') : countriesOf(locale).nameOf(country),
          ],
          [say('traces.form.role'), trace.direction === 'outgoing' && role ? say(`word.addressee_role.${role}`) : null],
          [say('traces.form.channel'), say(`word.trace_channel.${trace.channel}`)],
          [say('traces.form.partner'), trace.partner && <bdi key="partner">{trace.partner}</bdi>],
          [say('traces.page.opened'), figures.moment(trace.openedAt)],
          [say('traces.page.sent_at'), trace.sentAt && figures.moment(trace.sentAt)],
          [say('traces.page.answered_at'), trace.answeredAt && figures.moment(trace.answeredAt)],
        ]}
      />
      {clocks.length > 0 && (
        <table className={tables.table}>
          <caption className="unseen">{say('traces.page.clocks')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('traces.page.clock')}</th>
              <th scope="col">{say('traces.page.due')}</th>
              <th scope="col">{say('traces.page.left')}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => (
              <tr key={clock.clock}>
                <th scope="row">{say(`word.trace_clock.${clock.clock}`)}</th>
                <td data-label={say('traces.page.due')}>{figures.moment(clock.due)}</td>
                <td data-label={say('traces.page.left')}>
                  <Due clock={clock} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
