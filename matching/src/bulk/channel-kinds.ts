/** What may befall a number between the firearm and a record of it: the kinds whose shares are learned. */
export const KINDS = [
  'kept',
  'kept_with_zero',
  'kept_where_lost',
  'confused',
  'confused_with_zero',
  'substituted',
  'substituted_across',
  'doubled',
  'added',
  'left_out',
  'transposed',
  'prefix_missing',
  'front_1',
  'front_2',
  'front_3',
  'front_4',
  'back_1',
  'back_2',
  'back_3',
  'back_4',
] as const
export type Kind = (typeof KINDS)[number]

export const KIND = Object.fromEntries(KINDS.map((kind, at) => [kind, at])) as Readonly<Record<Kind, number>>

/** Shares of what becomes of a number, each between 0 and 1. */
export interface ChannelShares {
  readonly kinds: Readonly<Record<Kind, number>>
  /** How often a second thing befalls a number, beside what its own share would make it; and one beside lost characters. */
  readonly second: number
  readonly besideLost: number
  /** That a further character is confused where one is. */
  readonly confusedAgain: number
  /** How much seldomer other characters are confused than zero and the letter O. */
  readonly confusedOther: number
}

/**
 * Start shares: what was counted where one firearm stands twice in seizure files, spread over the kinds that were not
 * told apart there. Learning moves them to the records at hand.
 */
export const START_SHARES: ChannelShares = {
  kinds: {
    kept: 0.55,
    kept_with_zero: 0.4,
    kept_where_lost: 0.9,
    confused: 0.05,
    confused_with_zero: 0.2,
    substituted: 0.055,
    substituted_across: 0.008,
    doubled: 0.013,
    added: 0.013,
    left_out: 0.033,
    transposed: 0.027,
    prefix_missing: 0.02,
    front_1: 0.008,
    front_2: 0.006,
    front_3: 0.006,
    front_4: 0.001,
    back_1: 0.008,
    back_2: 0.006,
    back_3: 0.001,
    back_4: 0.001,
  },
  second: 0.5,
  besideLost: 0.5,
  confusedAgain: 0.3,
  confusedOther: 0.05,
}

const DAMAGED_IN_SERIES = 0.25

/**
 * Start shares where numbers come in series: counted where one firearm stands in two reports of a real file, read by hand. Nine
 * numbers in ten are kept there, and what is not is damaged as elsewhere.
 */
export const SERIES_SHARES: ChannelShares = {
  ...START_SHARES,
  kinds: {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, DAMAGED_IN_SERIES * START_SHARES.kinds[kind]])) as Record<
      Kind,
      number
    >),
    kept: 0.9,
    kept_with_zero: 0.8,
    kept_where_lost: START_SHARES.kinds.kept_where_lost,
  },
}
