import type { ItemRead } from '@proofmark/domain/item'
import type { RollEntry } from './roll.ts'

const DAY_MS = 86_400_000

/** An item as read, as it goes on a roll. The day is a date as `2024-03-01`; null where it is not known. Throws a RangeError where it is no date. */
export function rollEntry(item: ItemRead, day: string | null): RollEntry {
  const milliseconds = day === null ? null : Date.parse(day)
  if (Number.isNaN(milliseconds)) throw new RangeError(`A day stands as 2024-03-01, not as ${JSON.stringify(day)}.`)
  return {
    marks: item.marks.map(({ characters }) => characters),
    words: item,
    year: item.year,
    day: milliseconds === null ? null : Math.floor(milliseconds / DAY_MS),
  }
}
