/** What a data steward should look at: kinds of list. */
export const ISSUE_KINDS = ['collision', 'near_duplicate', 'nonsense'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** Why what stands in the serial's field is none, or can hardly be. */
export const NONSENSE = ['case_number', 'year', 'repeated', 'counts_up', 'model', 'calibre'] as const
export type Nonsense = (typeof NONSENSE)[number]

/** Bands of the model's probability, the likeliest first. */
export const BANDS = ['sure', 'likely', 'open', 'doubtful', 'unlikely'] as const
export type Band = (typeof BANDS)[number]

/** What is between the numbers of two records. */
export const DAMAGES = ['same', 'confused', 'lost', 'form', 'edit', 'end', 'differs'] as const
export type Damage = (typeof DAMAGES)[number]

/** How many pairs there are in one stratum, of one damage and year. */
export interface StratumCount {
  readonly band: Band
  /** Does the model follow them? */
  readonly linked: boolean
  /** The two sources, the smaller identifier first. */
  readonly sources: readonly [string, string]
  readonly damage: Damage
  readonly year: number | null
  readonly pairs: number
}

/** By what the estimates are broken down. */
export const BREAKDOWNS = ['all', 'source', 'damage', 'year'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** What is watched of how a source records, month by month. */
export const MEASURES = [
  'no_serial',
  'no_make',
  'no_model',
  'no_calibre',
  'unread',
  'digits_alone',
  'serial_length',
] as const
export type Measure = (typeof MEASURES)[number]
