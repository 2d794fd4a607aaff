/** Why a pair of records waits for a person, in the order in which it is chosen from. */
export const REVIEW_KINDS = ['undecided', 'held-back', 'contradiction'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** What stands between two records that follow each other in a chain. */
export const CHAIN_LINKS = ['same', 'entry', 'different', 'listed-twice'] as const
export type ChainLink = (typeof CHAIN_LINKS)[number]
