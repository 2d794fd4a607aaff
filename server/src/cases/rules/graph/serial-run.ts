import { countedSerial, serialAt, stepsApart } from '@proofmark/domain/serial-count'

/** Numbers this far from each other may still stand beside each other in a crate. */
export const WIDEST_GAP = 5
/** A run is followed this far to each side of the number that was asked about. */
export const LONGEST_RUN = 50

/** The numbers that stand up to so many places before and behind a number, in order, itself left out. */
export function numbersBeside(norm: string, reach: number): string[] {
  const number = countedSerial(norm)
  if (!number) return []
  const own = Number(number.digits)
  const places = Array.from({ length: 2 * reach + 1 }, (_, at) => own - reach + at)
  return places
    .filter((each) => each !== own && each >= 0 && String(each).length <= number.digits.length)
    .map((each) => serialAt(number, each))
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
