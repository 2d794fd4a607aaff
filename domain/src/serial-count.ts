/** A number as a maker counts: what stands before its last digits and after them stays. */
export interface CountedSerial {
  readonly before: string
  readonly digits: string
  readonly after: string
}

/** Fewer digits than these count nothing: `A1` stands beside everything. */
const LEAST_DIGITS = 4
/** A maker that counts by three digits behind a block of letters, as `ABC123`, says in the block what four digits say. */
const LEAST_DIGITS_OF_BLOCK = 3
const BLOCK = /[A-Z]{3}$/
/** More do not stay exact as a number. */
const MOST_DIGITS = 15

/** A norm as its maker's count has it; null where it holds too few digits to say its place in one, or lost characters. */
export function countedSerial(norm: string): CountedSerial | null {
  const found = /^([^?*[\]]*?)(\d+)([A-Z]{0,2})$/.exec(norm)
  if (!found) return null
  const [, before, digits, after] = found as unknown as readonly [string, string, string, string]
  const least = BLOCK.test(before) ? LEAST_DIGITS_OF_BLOCK : LEAST_DIGITS
  return digits.length < least || digits.length > MOST_DIGITS ? null : { before, digits, after }
}

/** How far the second norm stands behind the first in their maker's count; null where they are not of one count. */
export function stepsApart(one: string, other: string): number | null {
  const [first, second] = [countedSerial(one), countedSerial(other)]
  if (!first || !second || first.before !== second.before || first.after !== second.after) return null
  if (first.digits.length !== second.digits.length) return null
  return Number(second.digits) - Number(first.digits)
}

/** The norm that bears this number in the count of another; its digits keep their length. */
export const serialAt = ({ before, digits, after }: CountedSerial, number: number): string =>
  `${before}${String(number).padStart(digits.length, '0')}${after}`
