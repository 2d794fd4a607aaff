import { numbered } from '../common/numbered.ts'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './PeoplePage.module.css'
import type { TraceEntry } from './useTrace.ts'

/** The trace as a table; a refusal carries its word and the rule in the margin. */
export function TraceTable({ entries }: { readonly entries: readonly TraceEntry[] }) {
  const { say, figures } = useLanguage()
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{say('people.trace_when')}</th>
          <th scope="col">{say('people.trace_who')}</th>
          <th scope="col">{say('people.trace_what')}</th>
          <th scope="col">{say('people.trace_how')}</th>
          <th scope="col">{say('people.trace_why')}</th>
        </tr>
      </thead>
      <tbody>
        {numbered(entries).map(({ place, value: { at, account, outcome, method, reason } }) => (
          <tr key={place} className={outcome === 'refused' ? styles.refused : undefined}>
            <td data-label={say('people.trace_when')}>
              <time dateTime={at}>{figures.moment(at)}</time>
            </td>
            <td data-label={say('people.trace_who')}>
              {account === null ? (
                <span className={tables.quiet}>{say('people.trace_nobody')}</span>
              ) : (
                <bdi>{account}</bdi>
              )}
            </td>
            <td data-label={say('people.trace_what')}>{say(`word.sign_in_outcome.${outcome}`)}</td>
            <td data-label={say('people.trace_how')}>{method && say(`word.sign_in_method.${method}`)}</td>
            <td data-label={say('people.trace_why')}>{reason && say(`word.sign_in_reason.${reason}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
