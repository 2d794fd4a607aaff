import type { Band, Damage } from '@proofmark/contract/quality-words'
import type { EvidenceLevel } from '../../linkage/rules/pair-evidence.ts'
import { SAME_FROM, UNDECIDED_FROM } from '../../linkage/rules/thresholds.ts'

/** A compared pair as it is counted and drawn. */
export interface ComparedPair {
  readonly record: string
  readonly other: string
  readonly band: Band
  /** Does the model follow it? */
  readonly linked: boolean
  readonly probability: number
  /** The sources of either, in the order of the records. */
  readonly sources: readonly [string, string]
  readonly damage: Damage
  /** Of the later event; null where no day is known. */
  readonly year: number | null
}

const SURE_FROM = 0.99
const OPEN_FROM = 0.5

/** In which band a probability lies: the thresholds of the model are edges of bands. */
export function bandOf(probability: number): Band {
  if (probability >= SURE_FROM) return 'sure'
  if (probability >= SAME_FROM) return 'likely'
  if (probability >= OPEN_FROM) return 'open'
  return probability >= UNDECIDED_FROM ? 'doubtful' : 'unlikely'
}

const DAMAGE_OF: Readonly<Record<string, Damage>> = {
  exact: 'same',
  confused: 'confused',
  fits: 'lost',
  zeros: 'form',
  embedded: 'form',
  script: 'form',
  numeral: 'form',
  turned: 'form',
  substituted: 'edit',
  more: 'edit',
  less: 'edit',
  transposed: 'edit',
  front_more: 'end',
  front_less: 'end',
  back_more: 'end',
  back_less: 'end',
  differs: 'differs',
}

/** What weighs most of several things between two numbers. */
const GRAVEST: readonly Damage[] = ['differs', 'end', 'edit', 'lost', 'form', 'confused', 'same']

/** What is between the numbers of two records, by the level of their evidence. */
export function damageOf(levels: readonly EvidenceLevel[]): Damage {
  const level = levels.find(({ field }) => field === 'serial')?.level ?? 'differs'
  const found = new Set(level.split('+').flatMap((each) => DAMAGE_OF[each] ?? []))
  return GRAVEST.find((damage) => found.has(damage)) ?? 'differs'
}

/** The stratum of a pair: its band, whether it is followed, and its two sources whichever is named first. */
export const stratumOf = ({ band, linked, sources }: Pick<ComparedPair, 'band' | 'linked' | 'sources'>): string =>
  [band, linked, ...[...sources].sort()].join(' ')
