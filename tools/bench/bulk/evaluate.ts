import { type ShareByDamage, shareByDamage } from '../asked.ts'
import type { Judged, Truth } from './judged.ts'

/** All that is told from a probability on. */
interface Cut {
  readonly threshold: number
  readonly told: number
  readonly right: number
}

const isRight = ({ entries }: Truth, { recovery, entry }: Judged) => entries[recovery] === entry
const presentIn = ({ entries }: Truth) => entries.filter((entry) => entry >= 0).length

/** From the highest probability down; what has one probability is told together or not at all. */
function cutsOf(judged: readonly Judged[], truth: Truth): Cut[] {
  const sorted = judged.toSorted((one, other) => other.probability - one.probability)
  const cuts: Cut[] = []
  let right = 0
  for (const [place, each] of sorted.entries()) {
    if (isRight(truth, each)) right++
    if (sorted[place + 1]?.probability !== each.probability)
      cuts.push({ threshold: each.probability, told: place + 1, right })
  }
  return cuts
}

export interface RecallAtPrecision {
  readonly recall: number
  /** From which probability on it is reached; null where no threshold has the precision. */
  readonly threshold: number | null
}

/**
 * The best recall over the thresholds at which at least `precision` of what is told is right. Recall is over the
 * recoveries that the register has. No pair may be judged twice.
 */
export function recallAtPrecision(judged: readonly Judged[], truth: Truth, precision: number): RecallAtPrecision {
  const cut = cutsOf(judged, truth).findLast(({ told, right }) => right >= precision * told)
  return cut ? { recall: cut.right / presentIn(truth), threshold: cut.threshold } : { recall: 0, threshold: null }
}

/** The best harmonic mean of precision and recall over all thresholds. */
export function bestF1(judged: readonly Judged[], truth: Truth): number {
  const present = presentIn(truth)
  return cutsOf(judged, truth).reduce((best, { told, right }) => Math.max(best, (2 * right) / (told + present)), 0)
}

export interface AtThreshold {
  /** Null where nothing is told. */
  readonly precision: number | null
  readonly recall: number
}

/** Precision and recall of what has at least a probability. */
export function atThreshold(judged: readonly Judged[], truth: Truth, threshold: number): AtThreshold {
  const told = judged.filter(({ probability }) => probability >= threshold)
  const right = told.filter((each) => isRight(truth, each)).length
  return { precision: told.length === 0 ? null : right / told.length, recall: right / presentIn(truth) }
}

/** The recall of what has at least a probability, by kind of damage; of nothing where the threshold is null. */
export function recallByDamage(judged: readonly Judged[], truth: Truth, threshold: number | null): ShareByDamage {
  const told = judged.filter(({ probability }) => threshold !== null && probability >= threshold)
  const found = new Set(told.filter((each) => isRight(truth, each)).map(({ recovery }) => recovery))
  const present = truth.entries.flatMap((entry, recovery) =>
    entry < 0 ? [] : [{ recovery, damage: truth.damages[recovery]! }],
  )
  return shareByDamage(present, ({ recovery }) => found.has(recovery))
}

/** From here on a pair counts as a match. */
const LIKELY = 0.5

export interface Evaluation {
  readonly recallAt99: number
  readonly recallAt995: number
  readonly bestF1: number
  /** Of what is likelier than not. */
  readonly likely: AtThreshold
  /** Recall at the threshold that gives all together a precision of 0.99. */
  readonly byDamage: ShareByDamage
}

/** How good judgements are, beside what is true. */
export function evaluate(judged: readonly Judged[], truth: Truth): Evaluation {
  const at99 = recallAtPrecision(judged, truth, 0.99)
  return {
    recallAt99: at99.recall,
    recallAt995: recallAtPrecision(judged, truth, 0.995).recall,
    bestF1: bestF1(judged, truth),
    likely: atThreshold(judged, truth, LIKELY),
    byDamage: recallByDamage(judged, truth, at99.threshold),
  }
}
