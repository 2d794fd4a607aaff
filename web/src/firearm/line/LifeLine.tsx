import { LOCALES } from '@proofmark/contract/locales'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLanguage } from '../../frame/language.tsx'
import { Events } from './Events.tsx'
import { Legend } from './Legend.tsx'
import styles from './LifeLine.module.css'
import type { Lanes } from './lanes.ts'
import { heightsOf, layoutOf, PRINTED, startOfSpan, type Widths } from './layout.ts'
import { moveOf, type Stop, stopAfter } from './moves.ts'
import { SharedSign } from './SharedSign.tsx'
import { Spans } from './Spans.tsx'
import type { Sign } from './signs.ts'
import { along, figuresFor } from './style.ts'
import { useLineTexts } from './texts.ts'
import { useNarrow } from './useNarrow.ts'
import { useWidth } from './useWidth.ts'
import { Windows } from './Windows.tsx'

interface LifeLineProps {
  readonly life: LifeShow
  readonly lanes: Lanes
  /** The identifiers of its heading and of the table that says the same. */
  readonly labelledBy: string
  readonly describedBy: string
  /** Goes to an event's row of the table, by its number. */
  readonly onTable: (number: number) => void
  readonly onWindow: (index: number) => void
}

/** In print everything is set smaller. */
const SMALLER = 0.86

const scaled = ({ windows, hands, events, state, sign }: Widths): Widths => {
  const by = (list: readonly number[]) => list.map((width) => width * SMALLER)
  return { windows: by(windows), hands: by(hands), events: by(events), state: by(state), sign }
}

/** The bands of the windows, the longest beneath. */
const bandsOf = ({ windows }: Lanes) =>
  windows.toSorted((one, other) => other.extent.end - other.extent.start - (one.extent.end - one.extent.start))

/** What on the line can have the focus, lane by lane from the top. */
function stopsOf({ windows, hands, events, state }: Lanes): Stop[] {
  return [
    ...windows.map(({ index, extent }) => ({ id: `window-${index}`, lane: 0, at: extent.start })),
    ...hands.map((drawn, index) => ({ id: `hands-${index}`, lane: 1, at: startOfSpan(drawn) })),
    ...events.map(({ number, at }) => ({ id: `event-${number}`, lane: 2, at })),
    ...state.map((drawn, index) => ({ id: `state-${index}`, lane: 3, at: startOfSpan(drawn) })),
  ]
}

/**
 * A life as one picture: where it left lawful hands, who held it, what happened, and what the state had of it. One stop of
 * the Tab key; the arrows go from event to event and between the lanes, Enter opens the record, T goes to the table.
 */
export function LifeLine({ life, lanes, labelledBy, describedBy, onTable, onWindow }: LifeLineProps) {
  const { say, figures, locale } = useLanguage()
  const texts = useLineTexts()
  const picture = useRef<HTMLFieldSetElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track)
  const narrow = useNarrow()
  const [chosen, setChosen] = useState<string | null>(null)
  const stops = useMemo(() => stopsOf(lanes), [lanes])
  const first = stops.find(({ lane }) => lane === 2) ?? stops[0]
  const current = stops.find(({ id }) => id === chosen) ?? first

  const widths = useMemo(() => texts.widths(lanes), [texts, lanes])
  const print = useMemo(() => layoutOf(lanes, scaled(widths), PRINTED), [lanes, widths])
  const screen = useMemo(
    () => layoutOf(lanes, widths, { length: width ?? PRINTED.length, narrow }),
    [lanes, widths, width, narrow],
  )
  const isIn = ({ places }: Sign) => places.some((place) => `event-${lanes.events[place]?.number}` === chosen)
  const opened = screen.signs.find((sign) => sign.places.length > 1 && isIn(sign)) ?? null

  const focusOn = (id: string) => {
    // What a sign holds is there to be focused once it is open.
    flushSync(() => setChosen(id))
    picture.current?.querySelector<HTMLElement>(`[data-stop="${id}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.metaKey || event.ctrlKey || event.altKey) return
    const move = moveOf(event.key, LOCALES[locale].direction === 'rtl')
    if (move) {
      event.preventDefault()
      focusOn(stopAfter(stops, current, move).id)
    } else if (event.key.toLowerCase() === 't') {
      event.preventDefault()
      onTable(Number(/^event-(\d+)$/.exec(current.id)?.[1] ?? 1))
    }
  }
  /** What a focusable thing of the line needs: one of them is in the order of the Tab key. */
  const stop = (id: string) => ({
    'data-stop': id,
    tabIndex: id === current?.id ? 0 : -1,
    onFocus: () => setChosen(id),
  })

  return (
    <figure aria-labelledby={labelledBy} aria-describedby={describedBy} className={styles.figure}>
      <fieldset
        ref={picture}
        aria-labelledby={labelledBy}
        className={styles.picture}
        style={figuresFor(heightsOf(screen), heightsOf(print))}
        onKeyDown={onKeyDown}
      >
        <div ref={track} className={styles.under} aria-hidden="true">
          {(['screen', 'print'] as const).map((medium) => (
            <div key={medium} className={styles[medium]}>
              {(medium === 'screen' ? screen : print).ticks.map(({ at, from, to }) => (
                <span key={from} className={styles.tick} style={along(at)}>
                  <bdi>{figures.span({ from, to })}</bdi>
                </span>
              ))}
            </div>
          ))}
          {bandsOf(lanes).map(({ index, extent, diversion }) => (
            <span
              key={index}
              className={styles.band}
              data-open-start={extent.openStart}
              data-open-end={extent.openEnd}
              data-working={!diversion.confirmed}
              style={along(extent.start, extent.end)}
            />
          ))}
        </div>
        <p className={styles.years} aria-hidden="true" />
        <Windows windows={lanes.windows} texts={texts} screen={screen} print={print} stop={stop} onWindow={onWindow} />
        <Spans
          lane="hands"
          spans={lanes.hands}
          gaps={lanes.gaps}
          texts={texts}
          places={[screen.hands, print.hands]}
          stop={stop}
        />
        <Events
          life={life}
          events={lanes.events}
          texts={texts}
          screen={screen}
          print={print}
          stop={stop}
          opened={opened}
          onOpen={({ places: [first = 0] }) => focusOn(`event-${lanes.events[first]?.number}`)}
        />
        {lanes.state.length > 0 && (
          <Spans
            lane="state"
            spans={lanes.state}
            gaps={[]}
            texts={texts}
            places={[screen.state, print.state]}
            stop={stop}
          />
        )}
        {opened && <SharedSign sign={opened} life={life} events={lanes.events} texts={texts} stop={stop} />}
      </fieldset>
      <Legend lanes={lanes} />
      <p className="unseen">{say('firearm.line.keys')}</p>
    </figure>
  )
}
