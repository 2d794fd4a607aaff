import { isDigitCode } from '../codes.ts'
import type { Roll } from '../roll.ts'
import { counted, type Oddity } from './oddity.ts'
import { markHashes, repeats } from './row-hashes.ts'
import { yearOf } from './year-of.ts'

/** From so few records nothing is concluded. */
const FEWEST = 20
/** With more of these a field of numbers is empty for all practical purposes. */
const NEARLY_ALL = 0.95

/** In a sequence that any maker may use, one number stands on few firearms; on more than this it is a filler. */
const commonFrom = (records: number) => Math.max(FEWEST, Math.sqrt(records))

/** Do hardly any records bear a mark, and were marks left out for their length? */
export function oddMissingMarks({ length, markStart, tooLong }: Roll): Oddity[] {
  let without = 0
  for (let record = 0; record < length; record++) if (markStart[record] === markStart[record + 1]) without++
  const odd: Oddity[] = []
  if (without > NEARLY_ALL * length) odd.push({ kind: 'no_marks', ...counted(without, length) })
  if (tooLong > 0) odd.push({ kind: 'long_marks', ...counted(tooLong, markStart[length]! + tooLong) })
  return odd
}

/** Do many records bear one mark? */
export function oddCommonMarks(roll: Roll): Oddity[] {
  const hashes = markHashes(roll)
  const common = repeats(hashes, commonFrom(roll.length))
  if (common.length === 0) return []
  const most = common.reduce((one, other) => (other.count > one.count ? other : one))
  const count = common.reduce((sum, each) => sum + each.count, 0)
  const first = roll.recordOfMark[hashes.indexOf(most.value)]!
  return [{ kind: 'common_mark', marks: common.length, first, ...counted(count, hashes.length) }]
}

const LEAST_CASE_NUMBER = 6
const YEAR_DIGITS = 4
/** By chance one number in five thousand does. */
const ODD_YEARS = 0.2

function numberAt(codes: Uint8Array, from: number): number | null {
  let number = 0
  for (let at = from; at < from + YEAR_DIGITS; at++) {
    if (!isDigitCode(codes[at]!)) return null
    number = 10 * number + codes[at]!
  }
  return number
}

/** Do numbers begin or end with the year of their own record, as those of cases do? */
export function oddCaseNumbers({ length, markStart, positionStart, positions, day }: Roll): Oddity[] {
  let [count, dated] = [0, 0]
  for (let record = 0; record < length; record++) {
    const year = yearOf(day[record]!)
    if (year === null) continue
    for (let mark = markStart[record]!; mark < markStart[record + 1]!; mark++) {
      const [from, to] = [positionStart[mark]!, positionStart[mark + 1]!]
      dated++
      if (to - from < LEAST_CASE_NUMBER) continue
      if (numberAt(positions, from) === year || numberAt(positions, to - YEAR_DIGITS) === year) count++
    }
  }
  return count >= FEWEST && count > ODD_YEARS * dated ? [{ kind: 'case_numbers', ...counted(count, dated) }] : []
}
