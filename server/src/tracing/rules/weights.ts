import { DIVERSION_KINDS, type DiversionKind, type Explanation } from '@proofmark/contract/life-words'

/** One explanation with its weight among those that are open, from 0 to 1. */
export interface Weighted {
  readonly kind: Explanation
  readonly weight: number
}

/** Parts of an explanation among others; what stands first wins a tie. */
export type Parts = readonly (readonly [Explanation, number])[]

const HUNDRED = 100

/**
 * Weights from parts, in hundredths that sum to exactly one hundred, the heaviest first. Parts of nothing are left out,
 * and of one explanation that is named twice the sum counts. Where nothing is left, what happened is unknown.
 */
export function weigh(parts: Parts): Weighted[] {
  const summed = new Map<Explanation, number>()
  for (const [kind, part] of parts) if (part > 0) summed.set(kind, (summed.get(kind) ?? 0) + part)
  const total = [...summed.values()].reduce((sum, part) => sum + part, 0)
  if (total === 0) return [{ kind: 'unknown', weight: 1 }]
  const exact = [...summed].map(([kind, part]) => ({ kind, hundredths: (part / total) * HUNDRED }))
  const whole = exact.map(({ kind, hundredths }) => ({
    kind,
    hundredths: Math.floor(hundredths),
    rest: hundredths % 1,
  }))
  let missing = HUNDRED - whole.reduce((sum, { hundredths }) => sum + hundredths, 0)
  for (const each of [...whole].sort((one, other) => other.rest - one.rest)) {
    if (missing === 0) break
    each.hundredths++
    missing--
  }
  return whole
    .filter(({ hundredths }) => hundredths > 0)
    .sort((one, other) => other.hundredths - one.hundredths)
    .map(({ kind, hundredths }) => ({ kind, weight: hundredths / HUNDRED }))
}

const isDiversion = (kind: Explanation): kind is DiversionKind =>
  (DIVERSION_KINDS as readonly Explanation[]).includes(kind)

/** The heaviest that is a diversion, and all of them with that one first. */
export function withMainFirst(weighted: readonly Weighted[]): {
  readonly kind: DiversionKind
  readonly alternatives: readonly Weighted[]
} {
  const main = weighted.find(({ kind }) => isDiversion(kind))
  if (!main || !isDiversion(main.kind)) return { kind: 'unknown', alternatives: weighted }
  return { kind: main.kind, alternatives: [main, ...weighted.filter((each) => each !== main)] }
}
