import type { Evidence } from '@proofmark/contract/schemas/find'

/** One line of the waterfall: it begins where the line before it ended. In bits. */
export interface Step extends Evidence {
  readonly from: number
  readonly to: number
}

/** One scale for every bar of a page, in bits. Even odds stand at 0. */
export const SCALE = { least: -24, most: 14 } as const

/** The lines of a balance in their order and their sum in bits. */
export function balance(evidence: readonly Evidence[]): { readonly steps: readonly Step[]; readonly sum: number } {
  let sum = 0
  const steps = evidence.map((line) => {
    const from = line.field === 'prior' ? SCALE.least : sum
    sum += line.bits
    return { ...line, from, to: sum }
  })
  return { steps, sum }
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
