/** Numbers this far from each other may still stand beside each other in a crate. */
export const WIDEST_GAP = 5
/** A run is followed this far to each side of the number that was asked about. */
export const LONGEST_RUN = 50

/** A number as a maker counts: what stands before its last digits and after them stays. */
interface Counted {
  readonly before: string
  readonly digits: string
  readonly after: string
}

/** Fewer digits than these count nothing: `A1` stands beside everything. */
const LEAST_DIGITS = 4
/** A maker that counts by three digits behind a block of letters, as `ABC123`, says in the block what four digits say. */
const LEAST_DIGITS_OF_BLOCK = 3
const BLOCK = /[A-Z]{3}$/

function counted(norm: string): Counted | null {
  const found = /^(.*?)(\d+)([A-Z]{0,2})$/.exec(norm)
  if (!found) return null
  const [, before, digits, after] = found as unknown as readonly [string, string, string, string]
  const least = BLOCK.test(before) ? LEAST_DIGITS_OF_BLOCK : LEAST_DIGITS
  return digits.length < least || digits.length > 15 ? null : { before, digits, after }
}

/** How far the second number stands behind the first in their maker's count; null where they are not of one count. */
export function stepsApart(one: string, other: string): number | null {
  const [first, second] = [counted(one), counted(other)]
  if (!first || !second || first.before !== second.before || first.after !== second.after) return null
  if (first.digits.length !== second.digits.length) return null
  return Number(second.digits) - Number(first.digits)
}

/** The numbers that stand up to so many places before and behind a number, in order, itself left out. */
export function numbersBeside(norm: string, reach: number): string[] {
  const number = counted(norm)
  if (!number) return []
  const { before, digits, after } = number
  const own = Number(digits)
  const places = Array.from({ length: 2 * reach + 1 }, (_, at) => own - reach + at)
  return places
    .filter((each) => each !== own && each >= 0 && String(each).length <= digits.length)
    .map((each) => `${before}${String(each).padStart(digits.length, '0')}${after}`)
}

/**
 * Of these numbers, those that hang together with the one that was asked about: each stands at most `WIDEST_GAP` from the
 * next one towards it. Answers how far each stands from it, in order.
 */
export function runAround(norm: string, others: Iterable<string>): Map<string, number> {
  const steps = new Map<string, number>()
  for (const other of others) {
    const apart = stepsApart(norm, other)
    if (apart !== null && apart !== 0 && Math.abs(apart) <= LONGEST_RUN) steps.set(other, apart)
  }
  const inside: [string, number][] = []
  for (const side of [-1, 1]) {
    const ordered = [...steps].filter(([, apart]) => Math.sign(apart) === side)
    ordered.sort((one, other) => Math.abs(one[1]) - Math.abs(other[1]))
    let reached = 0
    for (const each of ordered) {
      if (Math.abs(each[1]) - reached > WIDEST_GAP) break
      reached = Math.abs(each[1])
      inside.push(each)
    }
  }
  return new Map(inside.sort((one, other) => one[1] - other[1]))
}
