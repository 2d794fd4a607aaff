import type { LifeEvent, LifeShow } from '@proofmark/contract/schemas/life'
import type { KeyboardEvent } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { EventSign } from './EventSign.tsx'
import styles from './LifeTable.module.css'
import { shapeOf } from './shape.ts'
import { useEventNames } from './useEventNames.ts'

interface LifeTableProps {
  readonly life: LifeShow
  readonly id: string
  /** Goes back to an event on the line, by its number. */
  readonly onLine: (number: number) => void
}

const COLUMNS = ['number', 'when', 'what', 'where', 'record', 'link'] as const

/** The link of an event's row, to which T leads from the line. */
export const rowLink = (number: number): string => `[data-row="${number}"]`

/** The same life as a table: every event, those without a date included. */
export function LifeTable({ life, id, onLine }: LifeTableProps) {
  const { say } = useLanguage()
  const sources = new Set(life.events.map(({ source }) => source)).size
  const onKeyDown = (event: KeyboardEvent) => {
    const number = event.target instanceof HTMLElement ? event.target.dataset.row : undefined
    if (number === undefined || event.key.toLowerCase() !== 't' || event.metaKey || event.ctrlKey || event.altKey)
      return
    event.preventDefault()
    onLine(Number(number))
  }
  return (
    <Section
      heading={say('firearm.table')}
      aside={say('firearm.plate.records_of', {
        records: life.events.length,
        recordsFigure: life.events.length,
        sources,
        sourcesFigure: sources,
      })}
    >
      <table id={id} className={`${tables.table} ${styles.life}`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`firearm.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {life.events.map((event, place) => (
            <EventRow key={event.record} event={event} number={place + 1} life={life} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

interface EventRowProps {
  readonly event: LifeEvent
  readonly number: number
  readonly life: LifeShow
}

function EventRow({ event, number, life }: EventRowProps) {
  const { say, figures } = useLanguage()
  const { date, numberOf } = useEventNames(life)
  const shape = shapeOf(event)
  const until = figures.span(event.until)
  const reported = figures.span(event.reported)
  const cell = (column: (typeof COLUMNS)[number]) => ({ 'data-label': say(`firearm.column.${column}`) })
  return (
    <tr>
      <th scope="row" {...cell('number')}>
        <span className="unseen">{number}</span>
        <EventSign shape={shape} number={number} working={event.link === 'working'} />
      </th>
      <td {...cell('when')}>
        <bdi>{date(event)}</bdi>
      </td>
      <td {...cell('what')}>
        <span className={shape === 'departure' ? styles.departs : undefined}>{say(`word.event.${event.kind}`)}</span>
        {until && <small>{say('firearm.until', { date: until })}</small>}
        {reported && <small>{say('firearm.reported', { date: reported })}</small>}
        {event.contradicts.length > 0 && (
          <small className={styles.departs}>
            {say('firearm.contradicts', { numbers: event.contradicts.map(numberOf).join(figures.comma) })}
          </small>
        )}
      </td>
      <td {...cell('where')}>
        <Facts>{[event.custodian && say(`word.custodian.${event.custodian}`), event.place]}</Facts>
        {event.custodian === null && event.place === null && (
          <span className={tables.quiet}>{say('firearm.plate.not_recorded')}</span>
        )}
      </td>
      <td {...cell('record')}>
        <Go to={`/records/${event.record}`} data-row={number}>
          <bdi>{event.source}</bdi> <Identifier mono>{event.key}</Identifier>
        </Go>
        <small>
          <bdi>{event.agency}</bdi>
        </small>
      </td>
      <td {...cell('link')}>
        {say(`firearm.link.${event.link}`)}
        {event.link !== 'self' && <small>{say(`firearm.good_for.${event.level}`)}</small>}
      </td>
    </tr>
  )
}
