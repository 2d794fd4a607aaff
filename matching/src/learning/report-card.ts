import { type Balance, balanceOf } from '../balance.ts'
import { probability as probabilityOf } from '../line.ts'
import { type Model, type Shares, START_MODEL } from '../model.ts'
import { sourcePair } from '../source-pair.ts'
import { WORD_FIELDS } from '../word-degrees.ts'
import { believedOf } from './believed.ts'
import { comparedWords } from './comparison.ts'
import type { LearningGroup, TaughtPair } from './learning-set.ts'
import { priorOdds, weighGroup } from './posterior.ts'
import { readable, sumOf } from './shrunk.ts'

/** How a model bears out on records that it was not learned from. */
export interface ReportCard {
  /** Records that were held back, with what they were compared with. */
  readonly records: number
  readonly candidates: number
  /** Of the descriptions of a record's candidates, in bits a record: the nearer to zero, the less surprised is the model. */
  readonly likelihood: { readonly before: number; readonly after: number }
  /** At each threshold what the model expects of itself; null where it links nothing. */
  readonly thresholds: readonly ThresholdFigure[]
  /** Of pairs that people judged: how many there are with such a probability, and how many are of one firearm. */
  readonly calibration: readonly CalibrationBand[]
}

export interface ThresholdFigure {
  readonly from: number
  readonly precision: number | null
  /** Of the pairs that are among the candidates. */
  readonly recall: number | null
}

export interface CalibrationBand {
  readonly from: number
  readonly to: number
  readonly pairs: number
  readonly same: number
}

const BANDS = [0, 0.1, 0.5, 0.9, 0.99, 1] as const

/** How likely words compare so by chance, as the logarithm of a share. */
function bitsByChance(group: LearningGroup, shares: Shares): number {
  // Of a field that an older model does not know of both are told what the start model believes.
  const believed = Object.fromEntries(
    WORD_FIELDS.map((field) => [field, believedOf(shares[field] ?? START_MODEL[field])] as const),
  )
  return sumOf(
    group.candidates.flatMap(({ item }) =>
      comparedWords(group.asking.item, item).words.map(({ field, degree, beside }) =>
        Math.log2(believed[field]![beside ? 'beside' : 'alone'].u[degree]),
      ),
    ),
  )
}

/** The likelihood of one group, where at most one candidate is the firearm. */
function likelihoodOf(group: LearningGroup, balance: Balance, recorded: number): number {
  const { model } = balance
  const shares = model.between?.[sourcePair(group.asking.kind, group.kind)] ?? model
  const odds = weighGroup(group, balance, recorded).map(({ bits }) => priorOdds(recorded, group.entries) * 2 ** bits)
  return Math.log2((1 - recorded) * (1 + sumOf(odds))) + bitsByChance(group, shares)
}

function thresholdsOf(probabilities: readonly number[], thresholds: readonly number[]): ThresholdFigure[] {
  const all = sumOf(probabilities)
  return thresholds.map((from) => {
    const linked = probabilities.filter((each) => each >= from)
    const right = sumOf(linked)
    return {
      from,
      precision: linked.length === 0 ? null : readable(right / linked.length),
      recall: all === 0 ? null : readable(right / all),
    }
  })
}

function calibrationOf(taught: readonly TaughtPair[], balance: Balance, entries: number): CalibrationBand[] {
  const judged = taught.map(({ one, other, same }) => {
    const lines = balance.between(one.kind, other.kind).evidence(one.item, other.item)
    return { same, probability: probabilityOf([balance.prior(entries), ...lines]) }
  })
  return BANDS.slice(1).flatMap((to, place) => {
    const from = BANDS[place]!
    const within = judged.filter(({ probability }) => probability >= from && (probability < to || to === 1))
    return within.length === 0
      ? []
      : [{ from, to, pairs: within.length, same: within.filter(({ same }) => same).length }]
  })
}

export interface ReportedOn {
  /** Records that the model was not learned from. */
  readonly heldBack: readonly LearningGroup[]
  readonly taught: readonly TaughtPair[]
  readonly entries: number
  readonly recorded: Readonly<Record<string, number>>
  readonly thresholds: readonly number[]
}

/** The figures of a model beside the one that it was learned from. */
export function reportCard(before: Model, after: Model, on: ReportedOn): ReportCard {
  const [old, own] = [balanceOf(before), balanceOf(after)]
  const recordedOf = ({ asking, kind }: LearningGroup) => on.recorded[sourcePair(asking.kind, kind)] ?? after.recorded
  const records = Math.max(1, on.heldBack.length)
  const mean = (balance: Balance) =>
    readable(sumOf(on.heldBack.map((group) => likelihoodOf(group, balance, recordedOf(group)))) / records)
  const probabilities = on.heldBack.flatMap((group) =>
    weighGroup(group, own, recordedOf(group)).map(({ probability }) => probability),
  )
  return {
    records: on.heldBack.length,
    candidates: probabilities.length,
    likelihood: { before: mean(old), after: mean(own) },
    thresholds: thresholdsOf(probabilities, on.thresholds),
    calibration: calibrationOf(on.taught, own, on.entries),
  }
}
