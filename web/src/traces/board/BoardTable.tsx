import type { ListedTrace } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import tables from '../../common/Table.module.css'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { Due } from '../one/Due.tsx'
import { stateWord } from '../state-word.ts'
import styles from './Board.module.css'

const COLUMNS = ['firearm', 'to', 'state', 'due'] as const

interface BoardTableProps {
  readonly traces: readonly ListedTrace[]
  readonly heading: string
}

/** Requests as rows: the firearm, with whom it is, how it stands, and what is due when. */
export function BoardTable({ traces, heading }: BoardTableProps) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{heading}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`traces.page.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {traces.map((trace) => (
          <Row key={trace.id} trace={trace} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ trace }: { readonly trace: ListedTrace }) {
  const { say, figures, locale } = useLanguage()
  const { id, firearm, reference, country, partner, state, priority, awaits, clocks, openedBy, openedAt, direction } =
    trace
  const next = clocks.find(({ over }) => over) ?? clocks[0]
  const name = country === null ? say('traces.page.no_country') : countriesOf(locale).nameOf(country)
  return (
    <tr>
      <th scope="row">
        <Go to={`/traces/${id}`}>
          <bdi>{firearm === '' ? say('common.make_unknown') : firearm}</bdi>
        </Go>
        <span className={styles.under}>
          <Facts>
            {[
              reference && (
                <Identifier key="reference" mono>
                  {reference}
                </Identifier>
              ),
              openedBy ?? partner ?? name,
              figures.day(openedAt),
            ]}
          </Facts>
        </span>
      </th>
      <td data-label={say('traces.page.column.to')}>
        <div>
          {name}
          <span className={styles.under}>
            <Facts>
              {[
                partner !== null && partner !== country ? <bdi key="partner">{partner}</bdi> : null,
                say(`word.trace_channel.${trace.channel}`),
                direction === 'incoming' ? say('word.trace_direction.incoming') : null,
              ]}
            </Facts>
          </span>
        </div>
      </td>
      <td data-label={say('traces.page.column.state')}>
        <div>
          <span className={styles.state}>{stateWord(say, state, direction)}</span>
          <span className={styles.under}>
            <Facts>
              {[
                priority === 'urgent' ? say('word.trace_priority.urgent') : null,
                say(`traces.page.awaits_short.${awaits ?? 'nobody'}`),
              ]}
            </Facts>
          </span>
        </div>
      </td>
      <td data-label={say('traces.page.column.due')}>
        {next && (
          <div>
            <Due clock={next} />
            <span className={styles.under}>
              <Facts>{[say(`word.trace_clock.${next.clock}`), figures.day(next.due)]}</Facts>
            </span>
          </div>
        )}
      </td>
    </tr>
  )
}
