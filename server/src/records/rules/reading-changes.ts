import { isDeepStrictEqual } from 'node:util'
import type { ReadingChange as ChangeGroup } from '@proofmark/contract/schemas/renewal'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'
import { type PackedItem, packItem } from './packed-item.ts'

/** One field of one record that reads otherwise than before. */
export type ReadingChange = Omit<ChangeGroup, 'records'>
type ReadAs = ReadingChange['to']

const WORDS = ['make', 'importer', 'model', 'calibre', 'type', 'action', 'country'] as const

/** Is a stored item what was read now, but for the version of the tables? */
export function isSameItem(stored: PackedItem, read: ItemRead): boolean {
  const now: unknown = JSON.parse(JSON.stringify({ ...packItem(read), tables: stored.tables }))
  return isDeepStrictEqual(stored, now)
}

const asWord = ({ code, name, said }: ReadWord): ReadAs => ({ code, name, state: said })

function asMarks(marks: readonly Mark[]): ReadAs {
  const numbers = marks.flatMap(({ norm }) => norm ?? [])
  return {
    code: marks.map(({ part, kind }) => `${part} ${kind}`).join(', '),
    name: numbers.length > 0 ? numbers.join(', ') : null,
    state: marks[0]?.unread ? 'unread' : (marks[0]?.state ?? 'not_recorded'),
  }
}

const asPlain = (code: string | null): ReadAs => ({ code, name: null, state: code === null ? 'not_recorded' : 'named' })

const asYear = ({ year }: ItemRead): ReadAs => asPlain(year && `${year.from}–${year.to}`)

/** What of an item reads otherwise than before, field by field. */
export function changesBetween(before: ItemRead, after: ItemRead): ReadingChange[] {
  const type = after.type.stated ?? ''
  const candidates: ReadingChange[] = [
    { field: 'serial', stated: after.serial.stated, from: asMarks(before.marks), to: asMarks(after.marks) },
    ...WORDS.map((field) => ({
      field,
      stated: after[field].stated ?? '',
      from: asWord(before[field]),
      to: asWord(after[field]),
    })),
    { field: 'year', stated: after.yearStated ?? '', from: asYear(before), to: asYear(after) },
    { field: 'category', stated: type, from: asPlain(before.category), to: asPlain(after.category) },
    { field: 'lethality', stated: type, from: asPlain(before.lethality), to: asPlain(after.lethality) },
  ]
  return candidates.filter(({ from, to }) => !isDeepStrictEqual(from, to))
}

/** Different changes that are counted apart; what comes after so many is counted together. */
const MOST_GROUPS = 10_000

/** Counts alike changes of many records, in bounded space. */
export class ChangeTally {
  readonly #groups = new Map<string, { readonly change: ReadingChange; records: number }>()
  #others = 0

  add(change: ReadingChange): void {
    const key = JSON.stringify(change)
    const known = this.#groups.get(key)
    if (known) known.records++
    else if (this.#groups.size < MOST_GROUPS) this.#groups.set(key, { change, records: 1 })
    else this.#others++
  }

  /** The changes of most records, and how many single changes are not among them. */
  largest(most: number): { readonly changes: ChangeGroup[]; readonly others: number } {
    const groups = [...this.#groups.values()].sort((one, other) => other.records - one.records)
    const left = groups.slice(most).reduce((sum, { records }) => sum + records, 0)
    return {
      changes: groups.slice(0, most).map(({ change, records }) => ({ ...change, records })),
      others: this.#others + left,
    }
  }
}
