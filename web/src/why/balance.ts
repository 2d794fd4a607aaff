import type { Evidence } from '@proofmark/contract/schemas/find'

/** One line of the waterfall: it begins where the line before it ended. In bits. */
export interface Step extends Evidence {
  readonly from: number
  readonly to: number
}

/**
 * One scale for every bar of a page, in bits. Even odds stand at 0, which `Why.module.css` draws at 24/66 of it. A whole
 * mark and every word beside it are worth some 51 bits, so that nothing is cut among more than a few hundred entries.
 */
export const SCALE = { least: -24, most: 42 } as const

/**
 * Where the evidence of a pair begins. Among how many it was looked for is no line of it, so that even odds have no place;
 * what speaks against it at once still has room.
 */
export const PAIR_START = SCALE.least + 8

/** The lines of a balance in their order, and their sums in bits: with what rivals take from it, and without. */
export interface Balance {
  readonly steps: readonly Step[]
  readonly sum: number
  /** What the record's own evidence is worth by itself. */
  readonly own: number
  /** Where the last line ends on the scale. */
  readonly end: number
  /** Evidence of two records alone, without a start. */
  readonly ofPair: boolean
}

/** Adds the lines of a balance up in their order. */
export function balance(evidence: readonly Evidence[]): Balance {
  const ofPair = evidence.every(({ field }) => field !== 'prior')
  let sum = 0
  let end: number = ofPair ? PAIR_START : 0
  const steps = evidence.map((line) => {
    const from = line.field === 'prior' ? SCALE.least : end
    sum += line.bits
    end += line.bits
    return { ...line, from, to: end }
  })
  const taken = evidence.reduce((bits, line) => (line.field === 'rivals' ? bits + line.bits : bits), 0)
  return { steps, sum, own: sum - taken, end, ofPair }
}

/** Where a number of bits stands on the scale, in per cent of its length, and whether the scale ends before it. */
export function position(bits: number): { readonly percent: number; readonly cut: boolean } {
  const within = Math.min(SCALE.most, Math.max(SCALE.least, bits))
  return { percent: ((within - SCALE.least) / (SCALE.most - SCALE.least)) * 100, cut: within !== bits }
}

/** The probability that a sum of bits is worth by itself, without rivals. */
export function alone(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/** Does a line speak against the record? The start is that of every record, and rivals speak for themselves. */
export function speaksAgainst({ field, bits }: Evidence): boolean {
  return field !== 'prior' && field !== 'rivals' && bits <= -0.05
}
