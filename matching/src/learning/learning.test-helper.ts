import { readItem } from '@proofmark/domain/read-item'
import type { SourceKind } from '@proofmark/domain/source-kind'
import { hash32 } from '../hash.ts'
import type { LearningGroup, LearningRecord, LearningSet } from './learning-set.ts'

const MAKES = ['Taurus', 'Glock', 'Rossi', 'Beretta'] as const
const IMPORTERS = ['Interarms', 'Transarms', 'PW Arms', 'Excam', 'Frankonia'] as const
const CALIBRES = ['9x19mm', '.40', '.38', '12 bore'] as const

/** A share between 0 and 1, the same for the same words. */
const drawn = (...words: readonly (string | number)[]) => (hash32(words.join(' ')) >>> 0) / 2 ** 32
const pick = <Value>(values: readonly Value[], ...words: readonly (string | number)[]): Value =>
  values[Math.floor(drawn(...words) * values.length)]!

export interface Told {
  readonly serial: string
  readonly make: string
  readonly calibre: string
  readonly importer?: string
}

export const recordOf = (id: string, kind: SourceKind, told: Told): LearningRecord => ({
  record: id,
  entry: id,
  kind,
  item: readItem(told),
})

const serialOf = (place: number) => `TST${String(Math.floor(drawn('serial', place) * 90_000) + 10_000)}`

/**
 * A register of a hundred firearms, and seizures of most of them, in which the make is stated wrongly in `wrong` of
 * all cases and the number misread in `misread`, and where `imported` each with its importer. Each seizure is compared with its own entry and four others.
 */
export function invented(
  kind: SourceKind,
  {
    wrong,
    misread,
    imported = false,
  }: { readonly wrong: number; readonly misread: number; readonly imported?: boolean },
) {
  const told = Array.from({ length: 100 }, (_, place): Told => {
    const importer = imported ? { importer: pick(IMPORTERS, 'importer', place) } : {}
    return {
      serial: serialOf(place),
      make: pick(MAKES, 'make', place),
      calibre: pick(CALIBRES, 'calibre', place),
      ...importer,
    }
  })
  const entries = told.map((each, place) => recordOf(`entry ${place}`, 'register', each))
  const groups = told.slice(0, 80).map((each, place): LearningGroup => {
    const make = drawn('wrong', kind, place) < wrong ? pick(MAKES, 'other', place) : each.make
    const serial =
      drawn('misread', kind, place) < misread
        ? each.serial.replace(/\d$/, (digit) => `${(Number(digit) + 3) % 10}`)
        : each.serial
    const asking = recordOf(`${kind} ${place}`, kind, { ...each, make, serial })
    const others = [0, 37, 61, 71, 89].map((step) => entries[(place + step) % entries.length]!)
    return { asking, kind: 'register', candidates: others, entries: entries.length }
  })
  return { groups, records: [...entries, ...groups.map(({ asking }) => asking)], taught: [] } satisfies LearningSet
}
