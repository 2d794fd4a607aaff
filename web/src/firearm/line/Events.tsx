import type { LifeShow } from '@proofmark/contract/schemas/life'
import type { CSSProperties } from 'react'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { EventSign } from '../EventSign.tsx'
import { shapeOf } from '../shape.ts'
import { useEventNames } from '../useEventNames.ts'
import styles from './LifeLine.module.css'
import type { Place } from './labels.ts'
import type { DrawnEvent } from './lanes.ts'
import type { Layout } from './layout.ts'
import type { Sign } from './signs.ts'
import type { StopOf } from './stop.ts'
import { along } from './style.ts'
import type { useLineTexts } from './texts.ts'

interface EventsProps {
  readonly life: LifeShow
  readonly events: readonly DrawnEvent[]
  readonly texts: ReturnType<typeof useLineTexts>
  readonly screen: Layout
  readonly print: Layout
  readonly stop: StopOf
  /** The sign whose events are shown one by one. */
  readonly opened: Sign | null
  readonly onOpen: (sign: Sign) => void
}

/** The lane of events: a number each, with the interval in which it lies, and what it is called where there is room. */
export function Events({ life, events, texts, screen, print, stop, opened, onOpen }: EventsProps) {
  const { say } = useLanguage()
  return (
    <>
      <p className={styles.name} data-lane="events">
        {say('firearm.lane.events')}
      </p>
      <ol className={`${styles.lane} ${styles.events} ${styles.screen}`}>
        {screen.signs.map((sign) => (
          <SignOnLine
            key={sign.places[0]}
            sign={sign}
            layout={screen}
            events={events}
            texts={texts}
            life={life}
            stop={stop}
            isOpen={sign === opened}
            onOpen={onOpen}
          />
        ))}
      </ol>
      <ol className={`${styles.lane} ${styles.events} ${styles.print}`} aria-hidden="true">
        {print.signs.map((sign) => (
          <SignOnLine
            key={sign.places[0]}
            sign={sign}
            layout={print}
            events={events}
            texts={texts}
            life={life}
            stop={null}
            isOpen={false}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </>
  )
}

interface SignOnLineProps {
  readonly sign: Sign
  readonly layout: Layout
  readonly events: readonly DrawnEvent[]
  readonly texts: EventsProps['texts']
  readonly life: LifeShow
  /** Null on paper, where nothing can have the focus. */
  readonly stop: StopOf | null
  readonly isOpen: boolean
  readonly onOpen: (sign: Sign) => void
}

const figuresOf = (row: number, place: Place | null): CSSProperties =>
  ({
    '--row': row,
    '--level': place?.level ?? 0,
    '--side': place?.side === 'before' ? 1 : 0,
    '--align': place?.side === 'before' ? 'end' : 'start',
  }) as CSSProperties

const departs = ({ event }: DrawnEvent): boolean => ['departure', 'contradiction'].includes(shapeOf(event))

function SignOnLine(props: SignOnLineProps) {
  const { sign, layout, events } = props
  const drawn = sign.places.map((place) => events[place]!)
  const [first] = drawn
  const label = drawn.length === 1 ? (layout.labels[sign.places[0]!] ?? null) : null
  return (
    <li data-departs={drawn.some(departs)} style={figuresOf(sign.row, label)}>
      {drawn.map(
        ({ event, extent }) =>
          extent.end > extent.start && (
            <span
              key={event.record}
              className={styles.interval}
              data-open-start={extent.openStart}
              data-open-end={extent.openEnd}
              style={along(extent.start, extent.end)}
            />
          ),
      )}
      {drawn.length === 1 && first ? <Single {...props} drawn={first} label={label} /> : <Shared {...props} />}
    </li>
  )
}

interface SingleProps extends SignOnLineProps {
  readonly drawn: DrawnEvent
  readonly label: Place | null
}

function Single({ drawn, label, texts, life, stop }: SingleProps) {
  const { spoken } = useEventNames(life)
  const { event, number, at } = drawn
  const { name, more } = texts.event(drawn)
  const sign = <EventSign shape={shapeOf(event)} number={number} working={event.link === 'working'} />
  return (
    <>
      {label && (
        <>
          <span aria-hidden="true" className={styles.stem} style={along(at)} />
          <span aria-hidden="true" className={styles.label} style={along(at)}>
            <strong>{name}</strong>
            <bdi>{more}</bdi>
          </span>
        </>
      )}
      {stop ? (
        <Go
          {...stop(`event-${number}`)}
          to={`/records/${event.record}`}
          label={spoken(event, number)}
          className={styles.number}
          style={along(at)}
        >
          {sign}
        </Go>
      ) : (
        <span className={styles.number} style={along(at)}>
          {sign}
        </span>
      )}
    </>
  )
}

/** Several events in one sign. The arrows go through them one by one; the pointer opens it, and then each is a link. */
function Shared({ sign, events, texts, stop, isOpen, onOpen }: SignOnLineProps) {
  const { say, figures } = useLanguage()
  const count = sign.places.length
  const name = texts.numbers(sign.places.map((place) => events[place]!.number))
  const style = { ...along(sign.at), inlineSize: `${sign.width}px` }
  if (stop === null)
    return (
      <span className={styles.shared} style={style}>
        {name}
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.shared}
      style={style}
      aria-expanded={isOpen}
      aria-label={say('firearm.line.shared', { numbers: name, count, figure: figures.count(count) })}
      onClick={() => onOpen(sign)}
    >
      {name}
    </button>
  )
}
