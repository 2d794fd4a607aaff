import { isDigitCode } from '../codes.ts'
import { NO_DAY } from '../fields.ts'
import type { Roll } from '../roll.ts'
import type { Oddity } from './oddity.ts'
import { yearOf } from './year-of.ts'

/** So many numbers stand on either side of a change at least. */
const FEWEST = 100
/** More than makes that come and go bring about. */
const CHANGED = 0.5

type Counts = Map<string, number>

/** Letters and digits of a number, each as what it is. */
function shapeOf({ positions, positionStart }: Roll, mark: number): string {
  let shape = ''
  for (let at = positionStart[mark]!; at < positionStart[mark + 1]!; at++)
    shape += isDigitCode(positions[at]!) ? '9' : 'A'
  return shape
}

function shapesByYear(roll: Roll): Map<number, Counts> {
  const years = new Map<number, Counts>()
  for (let mark = 0; mark < roll.recordOfMark.length; mark++) {
    const day = roll.day[roll.recordOfMark[mark]!]!
    if (day === NO_DAY) continue
    const year = yearOf(day)!
    let counts = years.get(year)
    if (!counts) {
      counts = new Map()
      years.set(year, counts)
    }
    const shape = shapeOf(roll, mark)
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return years
}

/** The total variation between two distributions: which share of one has to change to make it the other. */
function variation(one: Counts, ofOne: number, other: Counts, ofOther: number): number {
  let apart = 0
  for (const shape of new Set([...one.keys(), ...other.keys()]))
    apart += Math.abs((one.get(shape) ?? 0) / ofOne - (other.get(shape) ?? 0) / ofOther)
  return apart / 2
}

/** The year from which on the numbers of a roll look most otherwise, if they do. */
export function formatChange(roll: Roll): Oddity[] {
  const years = [...shapesByYear(roll)].sort(([one], [other]) => one - other)
  const after: Counts = new Map()
  for (const [, counts] of years) for (const [shape, count] of counts) after.set(shape, (after.get(shape) ?? 0) + count)
  const before: Counts = new Map()
  let [earlier, later] = [0, [...after.values()].reduce((sum, count) => sum + count, 0)]
  let best = { year: 0, share: 0, count: 0 }
  for (const [year, counts] of years) {
    if (earlier >= FEWEST && later >= FEWEST) {
      const share = variation(before, earlier, after, later)
      if (share > best.share) best = { year, share, count: later }
    }
    for (const [shape, count] of counts) {
      before.set(shape, (before.get(shape) ?? 0) + count)
      after.set(shape, after.get(shape)! - count)
      earlier += count
      later -= count
    }
  }
  if (best.share < CHANGED) return []
  return [{ kind: 'format_changed', ...best }]
}
