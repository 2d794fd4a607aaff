import type { MarkCharacter } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { CONFUSED_SHARE, KEPT_KIND } from './channel-shares.ts'
import type { DamageShares } from './model.ts'
import { CHANCE, isDigit } from './shapes.ts'

/** What befell one place of a mark between the item and the other reading. */
export type DamageKind =
  | 'confused'
  | 'substituted'
  | 'added'
  | 'left_out'
  | 'transposed'
  | 'front_missing'
  | 'back_missing'

export const cost = (share: number) => -Math.log2(share)

/** Costs in bits that do not depend on the marks. */
export function costsOf(shares: DamageShares) {
  return {
    confused: {
      common: cost(shares.confused * CONFUSED_SHARE.common),
      other: cost(shares.confused * CONFUSED_SHARE.other),
      again: 2,
    },
    substituted: cost(shares.substituted),
    added: cost(shares.added),
    leftOut: cost(shares.leftOut),
    transposed: cost(shares.transposed),
    frontMissing: cost(shares.frontMissing),
    backMissing: cost(shares.backMissing),
  }
}
export type Costs = ReturnType<typeof costsOf>

/** Of characters that were misread for one another most stay of their kind. */
const KIND = { digit: cost(KEPT_KIND / 9), letter: cost(KEPT_KIND / 25), crossed: cost((1 - KEPT_KIND) / 26) } as const
export const DROPPED = { prefix: cost(0.55), some: cost(0.15) } as const
/** An added character doubles its neighbour as often as not. */
export const ADDED = { double: 1, other: cost(0.5 / 20) } as const

/** What two characters cost is kept for those that nearly all marks consist of. */
const KEPT_CHARACTERS = 128

const ALL_ZEROS = /^[0OQ]$/

export const only = ({ alternatives }: MarkCharacter): string | null =>
  alternatives.length === 1 ? alternatives[0]! : null
export const text = (one: MarkCharacter | undefined): string => one?.alternatives[0] ?? ''
const isLost = ({ alternatives, run }: MarkCharacter) => alternatives.length === 0 && !run

/** What a character costs that nothing is known of on the other side: as rare as it is. */
export function chanceCost(one: MarkCharacter): number {
  const character = one.alternatives[0]
  if (character === undefined) return 0
  return cost(Math.min(1, one.alternatives.length * (isDigit(character) ? CHANCE.digit : CHANCE.letter)))
}

export type Move = 'begun' | 'same' | 'filled' | DamageKind

export interface Step {
  readonly bits: number
  readonly move: Move
}

function stepOverClear(one: string, other: string, costs: Costs): Step {
  if (one === other) return { bits: 0, move: 'same' }
  if (skeleton(one) === skeleton(other)) {
    const common = ALL_ZEROS.test(one) && ALL_ZEROS.test(other)
    return { bits: common ? costs.confused.common : costs.confused.other, move: 'confused' }
  }
  const kind = isDigit(one) === isDigit(other) ? (isDigit(one) ? KIND.digit : KIND.letter) : KIND.crossed
  return { bits: costs.substituted + kind, move: 'substituted' }
}

/** Reading one position where another stands; what two clear characters cost is worked out once. */
export function stepsOver(costs: Costs): (stood: MarkCharacter, read: MarkCharacter) => Step {
  const known: (Step | undefined)[] = Array.from({ length: KEPT_CHARACTERS ** 2 }, () => undefined)
  const clear = (one: string, other: string): Step => {
    const [first, second] = [one.charCodeAt(0), other.charCodeAt(0)]
    if (one.length > 1 || other.length > 1 || first >= KEPT_CHARACTERS || second >= KEPT_CHARACTERS)
      return stepOverClear(one, other, costs)
    const at = first * KEPT_CHARACTERS + second
    const found = known[at]
    if (found) return found
    const step = stepOverClear(one, other, costs)
    known[at] = step
    return step
  }
  return (stood, read) => {
    if (stood.alternatives.length === 1 && read.alternatives.length === 1)
      return clear(stood.alternatives[0]!, read.alternatives[0]!)
    if (isLost(read)) return { bits: 0, move: 'filled' }
    if (isLost(stood)) return { bits: chanceCost(read), move: 'filled' }
    const steps = stood.alternatives.flatMap((one) => read.alternatives.map((other) => clear(one, other)))
    const best = steps.reduce((least, step) => (step.bits < least.bits ? step : least))
    const bits = best.bits + Math.log2(stood.alternatives.length)
    return best.move === 'same' ? { bits, move: 'filled' } : { bits, move: best.move }
  }
}
