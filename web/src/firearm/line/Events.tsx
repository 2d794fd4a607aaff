import type { LifeShow } from '@proofmark/contract/schemas/life'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { EventSign } from '../EventSign.tsx'
import { shapeOf } from '../shape.ts'
import { useEventNames } from '../useEventNames.ts'
import styles from './LifeLine.module.css'
import type { Place } from './labels.ts'
import type { DrawnEvent } from './lanes.ts'
import type { Layout } from './layout.ts'
import type { StopOf } from './stop.ts'
import { along, figuresFor } from './style.ts'
import type { useLineTexts } from './texts.ts'

interface EventsProps {
  readonly life: LifeShow
  readonly events: readonly DrawnEvent[]
  readonly texts: ReturnType<typeof useLineTexts>
  readonly screen: Layout
  readonly print: Layout
  readonly stop: StopOf
}

const figuresOf = (row: number | undefined, place: Place | null | undefined) => ({
  row: row ?? 0,
  level: place?.level ?? 0,
  side: place?.side === 'before' ? 1 : 0,
  align: place?.side === 'before' ? 'end' : 'start',
  label: place ? 'block' : 'none',
})

/** The lane of events: a number each, with the interval in which it lies, and what it is called where there is room. */
export function Events({ life, events, texts, screen, print, stop }: EventsProps) {
  const { say } = useLanguage()
  const { spoken } = useEventNames(life)
  return (
    <>
      <p className={styles.name} data-lane="events">
        {say('firearm.lane.events')}
      </p>
      <ol className={`${styles.lane} ${styles.events}`}>
        {events.map(({ event, number, extent, at }, place) => {
          const shape = shapeOf(event)
          const { name, more } = texts.event({ event, number, extent, at })
          return (
            <li
              key={event.record}
              data-departs={shape === 'departure' || shape === 'contradiction'}
              style={figuresFor(
                figuresOf(screen.rows[place], screen.labels[place]),
                figuresOf(print.rows[place], print.labels[place]),
              )}
            >
              {extent.end > extent.start && (
                <span
                  className={styles.interval}
                  data-open-start={extent.openStart}
                  data-open-end={extent.openEnd}
                  style={along(extent.start, extent.end)}
                />
              )}
              <span aria-hidden="true" className={styles.stem} style={along(at)} />
              <span aria-hidden="true" className={styles.label} style={along(at)}>
                <strong>{name}</strong>
                <bdi>{more}</bdi>
              </span>
              <Go
                {...stop(`event-${number}`)}
                to={`/records/${event.record}`}
                label={spoken(event, number)}
                className={styles.number}
                style={along(at)}
              >
                <EventSign shape={shape} number={number} working={event.link === 'working'} />
              </Go>
            </li>
          )
        })}
      </ol>
    </>
  )
}
