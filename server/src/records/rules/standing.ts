import { foldKey } from '@proofmark/domain/fold'
import type { PersonValue } from './mapped-row.ts'
import type { StorableRow } from './storable-row.ts'

/** What stands on record of an item, as a new row about it is compared with it. */
export interface Standing {
  readonly event: string
  readonly rowKind: string
  readonly dateFrom: string | null
  readonly dateTo: string | null
  readonly stated: Readonly<Record<string, string>>
  readonly raw: Readonly<Record<string, string>>
  readonly persons: readonly Omit<PersonValue, 'identifies'>[]
  /** What is known not to be known, and why. */
  readonly notKnown: Readonly<Record<string, string>>
}

/** What a file is able to say: a column that it does not have says nothing, and is not the same as a blank one. */
export interface Sayable {
  readonly columns: ReadonlySet<string>
  /** Fields under which it names persons. */
  readonly persons: ReadonlySet<string>
}

type Texts = Readonly<Record<string, string>>

/** What stands under columns that this file does not have. */
export function carriedOver(standing: Texts, sayable: ReadonlySet<string>): Texts {
  return Object.fromEntries(Object.entries(standing).filter(([column]) => !sayable.has(column)))
}

/** Persons whom the file could not have named anew. */
export function carriedPersons({ persons }: Standing, sayable: Sayable): Standing['persons'] {
  return persons.filter(({ field }) => !sayable.persons.has(field))
}

const sameTexts = (stands: Texts, said: Texts, keys: Iterable<string>): boolean => {
  for (const key of keys) if ((stands[key] ?? '') !== (said[key] ?? '')) return false
  return true
}

const personTexts = (persons: readonly { field: string; value: string }[]): Texts =>
  Object.fromEntries(persons.map(({ field, value }) => [field, value]))

/** Does the row say nothing that is not on record already, as far as its file can say it? */
export function saysNothingNew(standing: Standing, row: StorableRow, sayable: Sayable): boolean {
  return (
    (standing.event === row.event || !sayable.columns.has('event')) &&
    standing.rowKind === row.rowKind &&
    sameTexts(standing.stated, row.stated, sayable.columns) &&
    sameTexts(standing.raw, row.raw, Object.keys(row.raw)) &&
    sameTexts(personTexts(standing.persons), personTexts(row.persons), sayable.persons)
  )
}

const holders = (persons: Standing['persons']) => persons.filter(({ role }) => role === 'holder')

/**
 * Is the item in other hands than those on record? Only where both say whose: a column that identifies a person decides
 * alone; otherwise any difference beyond case, accents and blanks does. What is not said is not a change.
 */
export function holderChanged(standing: Standing, row: StorableRow): boolean {
  const before = new Map(holders(standing.persons).map(({ field, value }) => [field, foldKey(value)]))
  const now = row.persons.filter(({ role, value, field }) => role === 'holder' && value !== '' && before.has(field))
  const identifying = now.filter(({ identifies }) => identifies)
  const deciding = identifying.length > 0 ? identifying : now
  return deciding.some(({ field, value }) => before.get(field) !== foldKey(value))
}

const UNKNOWN: StorableRow['date'] = { stated: null, from: null, to: null }

/**
 * When the item came into other hands: on the day that the row states, if it is another than the one on record; else
 * between that day, since when the former holder had it, and today. The day on which an extract was imported says
 * nothing of when it was true.
 */
export function dayOfTransfer(standing: Standing, row: StorableRow, today: string): StorableRow['date'] {
  const { stated, from, to } = row.date
  const later = from !== null && (from !== standing.dateFrom || to !== standing.dateTo)
  if (later) return { stated, from, to }
  return standing.dateTo === null ? UNKNOWN : { stated: null, from: standing.dateTo, to: today }
}
