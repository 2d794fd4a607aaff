import type { EventKind } from '@proofmark/domain/event-kind'
import type { YearInterval } from '@proofmark/domain/year'

/** What a record says happened, and within which days; null where a bound is not known. Each day is `YYYY-MM-DD`. */
export interface DatedEvent {
  readonly kind: EventKind
  readonly from: string | null
  readonly to: string | null
}

/** A record as far as its time is told. */
export interface Timed {
  readonly event?: DatedEvent | null
  readonly year: YearInterval | null
}

/**
 * What two records of one firearm cannot both tell. `ended`: it was destroyed before it was made, came into the country or
 * was registered; `unmade`: something happened to it before it was made, `year` the same by its year of manufacture. With
 * the latest and the earliest day that the dates allow.
 */
export type Contradiction =
  | { readonly kind: 'ended'; readonly ended: string; readonly begun: string }
  | { readonly kind: 'unmade'; readonly event: string; readonly made: string }
  | { readonly kind: 'year'; readonly event: string; readonly year: string }

/**
 * Events that begin a life, in the world or in a register. Whoever meets a destroyed firearm again otherwise (seized, found,
 * stolen, offered, counted) has found a fault of the destruction, and no other firearm.
 */
const BEGINNINGS: ReadonlySet<EventKind> = new Set(['manufacture', 'import', 'registration'])

/** What may be told of a firearm before it is made: permission. */
const AHEAD: ReadonlySet<EventKind> = new Set(['import-licence', 'export-licence'])

/** A day of manufacture may be that of proof or of dispatch, and years of manufacture are often one off. */
const YEARS_OFF = 1

const yearOf = (day: string): number => Number(day.slice(0, 4))
const yearsEarlier = (day: string, years: number): string =>
  `${String(Math.max(0, yearOf(day) - years)).padStart(4, '0')}${day.slice(4)}`

function endedBefore(end: DatedEvent, begin: DatedEvent): Contradiction | null {
  if (end.kind !== 'destruction' || !BEGINNINGS.has(begin.kind) || end.to === null || begin.from === null) return null
  return end.to < begin.from ? { kind: 'ended', ended: end.to, begun: begin.from } : null
}

function beforeMade(event: DatedEvent, made: DatedEvent): Contradiction | null {
  if (made.kind !== 'manufacture' || AHEAD.has(event.kind) || event.to === null || made.from === null) return null
  return event.to < yearsEarlier(made.from, YEARS_OFF) ? { kind: 'unmade', event: event.to, made: made.from } : null
}

/** Where both tell a year, the years are compared, and this would be said twice; a record that is at odds with itself says nothing. */
function beforeYear(one: Timed, other: Timed): Contradiction | null {
  const [event, year] = [one.event, other.year]
  if (!event || !year || one.year || AHEAD.has(event.kind) || event.to === null) return null
  const least = year.from - YEARS_OFF
  const own = other.event?.to
  if (own && yearOf(own) < least) return null
  if (yearOf(event.to) >= least) return null
  const shown = year.from === year.to ? String(year.from) : `${year.from}–${year.to}`
  return { kind: 'year', event: event.to, year: shown }
}

/**
 * What contradicts in time if two records are of one firearm; null where nothing surely does. Whichever is named first, and one
 * contradiction alone, since one wrong date makes several.
 */
export function contradictionOf(one: Timed, other: Timed): Contradiction | null {
  const [first, second] = [one.event, other.event]
  const ofEvents =
    first && second
      ? (endedBefore(first, second) ??
        endedBefore(second, first) ??
        beforeMade(first, second) ??
        beforeMade(second, first))
      : null
  return ofEvents ?? beforeYear(one, other) ?? beforeYear(other, one)
}
