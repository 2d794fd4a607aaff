import type { LifeShow } from '@proofmark/contract/schemas/life'
import { useMemo } from 'react'
import { type Language, useLanguage } from '../../frame/language.tsx'
import type { DrawnEvent, DrawnSpan, DrawnWindow, Lanes } from './lanes.ts'
import type { Widths } from './layout.ts'
import { textWidth } from './measure.ts'
import { runsOf } from './signs.ts'

/** Two lines of a label, the first the heavier. */
export interface Text {
  readonly name: string
  readonly more: string
}

const YEAR_DAYS = 365.25
const LONG_YEARS = 5
const MOST_RUNS = 2

/** The years of a window, where it is longer than five. */
function longYears({ from, to }: LifeShow['diversions'][number]): number | null {
  if (from === null || to === null) return null
  const years = (Date.parse(to) - Date.parse(from)) / 86_400_000 / YEAR_DAYS
  return years > LONG_YEARS ? Math.floor(years) : null
}

function windowText({ say, figures }: Language, { diversion }: DrawnWindow): Text {
  const years = longYears(diversion)
  const [main, ...others] = diversion.alternatives
  // A weight says something only beside another.
  const weight = main && others.length > 0 ? figures.probability(main.weight) : 'none'
  return {
    name: say(years === null ? 'firearm.line.left_here' : 'firearm.line.left_in_years', { weight, years }),
    more: say(`word.confidence.${diversion.confidence}`),
  }
}

/** The state's own lane says already whose hands they are. */
const OF_THE_STATE: ReadonlySet<string> = new Set(['state_stock', 'state_custody'])

const spanText = ({ say, figures }: Language, { span: { custodian, place } }: DrawnSpan): string =>
  [say(`${OF_THE_STATE.has(custodian) ? 'firearm.line' : 'word'}.custodian.${custodian}`), place]
    .filter((part) => part !== null)
    .join(figures.comma)

/** What is written on a line, and how wide it is. */
export function useLineTexts() {
  const language = useLanguage()
  return useMemo(() => textsIn(language), [language])
}

function textsIn(language: Language) {
  const { say, figures } = language
  const date = ({ from, to }: DrawnEvent['event']) => figures.span({ from, to }) ?? say('common.date_unknown')
  const event = ({ event: shown }: DrawnEvent): Text => ({ name: say(`word.event.${shown.kind}`), more: date(shown) })
  const widest = ({ name, more }: Text) => Math.max(textWidth(name, 600), textWidth(more, 400))
  const window = (drawn: DrawnWindow) => windowText(language, drawn)
  const span = (drawn: DrawnSpan) => spanText(language, drawn)
  const day = (value: string | null) => (value === null ? 'none' : (figures.span({ from: value, to: value }) ?? 'none'))
  /** `12–15`; where they are no few runs, how many they are. */
  const numbers = (list: readonly number[]): string => {
    const runs = runsOf(list)
    if (runs.length > MOST_RUNS)
      return say('firearm.line.several', { count: list.length, figure: figures.count(list.length) })
    return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(figures.comma)
  }
  return {
    event,
    numbers,
    window,
    span,
    spokenSpan: ({ span: { custodian, place, from, to, until } }: DrawnSpan): string =>
      say('firearm.spoken.span', {
        custodian: say(`word.custodian.${custodian}`),
        place: place ?? 'none',
        seen: figures.span({ from: from ?? to, to: to ?? from }) ?? 'none',
        until: day(until),
      }),
    spokenWindow: ({ diversion: { from, to, kind, confidence } }: DrawnWindow): string =>
      say('firearm.spoken.window', {
        from: day(from),
        to: day(to),
        kind: say(`word.explanation.${kind}`),
        confidence: say(`word.confidence.${confidence}`),
      }),
    widths: (lanes: Lanes): Widths => ({
      windows: lanes.windows.map((drawn) => widest(window(drawn))),
      hands: lanes.hands.map((drawn) => textWidth(span(drawn), 400)),
      events: lanes.events.map((drawn) => widest(event(drawn))),
      state: lanes.state.map((drawn) => textWidth(span(drawn), 400)),
      sign: (places) => textWidth(numbers(places.map((place) => lanes.events[place]!.number)), 600) + 4,
    }),
  }
}
