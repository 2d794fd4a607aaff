import type { Message } from '@proofmark/contract/messages'
import type { ReviewKind } from '@proofmark/contract/review-words'

/** What hangs on the judgement of one pair. */
export interface Stakes {
  readonly kind: ReviewKind
  readonly probability: number
  /** One side is a recovery without any record from lawful hands, and the other side has one: its life would open up. */
  readonly opensLife: boolean
  /** The reader's agency has asked others about one of the two. */
  readonly asked: boolean
  /** How many records would come to another firearm if the two are one. */
  readonly moved: number
  /** For how many days it has waited. */
  readonly days: number
}

export interface Worth {
  readonly worth: number
  /** What makes it so, the weightiest first. */
  readonly reasons: readonly Message[]
}

/** A pair that has waited so long counts as one that has waited for ever. */
const LONG_DAYS = 90
/** More records than this weigh no more. */
const MANY_RECORDS = 3

/** The uncertainty of a probability in bits: 1 at even odds, 0 where nothing is left to decide. */
export function entropy(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0
  const other = 1 - probability
  return -probability * Math.log2(probability) - other * Math.log2(other)
}

/** Between the thresholds what the figure leaves open; what is held back or contradicted, no figure decides at all. */
const uncertainty = ({ kind, probability }: Stakes): number => (kind === 'undecided' ? entropy(probability) : 1)

const of = (id: string, weight: number, parameters: Message['parameters'] = {}) => ({
  weight,
  message: { id: `review.why.${id}`, parameters },
})

function hanging({ opensLife, asked, moved, days }: Stakes) {
  return [
    of('opens_life', opensLife ? 2 : 0),
    of('asked', asked ? 2 : 0),
    of('moved', Math.min(MANY_RECORDS, Math.log2(1 + moved)) / 2, { count: moved }),
    of('days', Math.min(LONG_DAYS, days) / LONG_DAYS, { days }),
  ]
}

const OPEN = { undecided: 'open', 'held-back': 'held_back', contradiction: 'contradiction' } as const

/**
 * What the judgement of a pair is worth: how uncertain it is, in bits, times one and all that hangs on it: 2 where the life
 * of a recovered firearm would open up, 2 where the reader's agency has asked about one of the records, half a point for
 * each doubling of the records that would come to another firearm (at most one and a half), and up to 1 for the days it
 * has waited. A pair of even odds on which nothing hangs is so worth 1.
 */
export function worthOf(stakes: Stakes): Worth {
  const open = uncertainty(stakes)
  const hangs = hanging(stakes)
  const worth = open * hangs.reduce((sum, { weight }) => sum + weight, 1)
  const told = hangs.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const first = of(OPEN[stakes.kind], open)
  const reasons = stakes.kind === 'undecided' && open < 0.9 ? told : [first, ...told]
  return { worth, reasons: (reasons.length > 0 ? reasons : [first]).map(({ message }) => message) }
}
