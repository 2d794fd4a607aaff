import { type Balance, balanceOf } from '@proofmark/matching/balance'
import { START_MODEL } from '@proofmark/matching/model'

/** From here on a model's link is followed: the records are taken for one firearm until a person judges otherwise. */
export const SAME_FROM = 0.9
/** From here up to {@link SAME_FROM} the pair is for a person to judge. */
export const UNDECIDED_FROM = 0.1

/** Pairs for which less speaks than this are not kept: no number of records makes them likely. */
export const LEAST_STORED_BITS = 7

/**
 * Records are drawn from all the firearms of a state, so that a few of them are no reason to believe that two are of one
 * firearm: a pair is judged as among this many at least.
 */
const LEAST_ENTRIES = 1_000

/** Of the model that every installation begins with. */
const START = balanceOf(START_MODEL)

type Prior = Pick<Balance, 'prior'>

/** What speaks for a pair before anything is compared, where so many records stand. */
export const priorAmong = (entries: number, balance: Prior = START) => balance.prior(Math.max(LEAST_ENTRIES, entries))

const SETTLED_BITS = Math.log2(0.95 / 0.05)

/** From how many bits on evidence is as good as certain among so many entries. */
export const settledFrom = (entries: number, balance: Prior = START): number =>
  SETTLED_BITS - priorAmong(entries, balance).bits
/** Is evidence of so many bits as good as certain among so many entries? */
export const isSettled = (bits: number, entries: number, balance: Prior = START): boolean =>
  bits >= settledFrom(entries, balance)
/** Does evidence of so many bits make it likelier than not among so many entries? */
export const isLikely = (bits: number, entries: number, balance: Prior = START): boolean =>
  bits + priorAmong(entries, balance).bits >= 0

/** Evidence as good as certain among the entries of any state. */
export const SURE_BITS = 30

const POSSIBLE_BITS = Math.log2(UNDECIDED_FROM / (1 - UNDECIDED_FROM))

/** From how many bits on evidence can come to anything among so many entries. Rivals only ever take from it. */
export const possibleFrom = (entries: number, balance: Prior = START): number =>
  POSSIBLE_BITS - priorAmong(entries, balance).bits
/** Can evidence of so many bits come to anything among so many entries? */
export const isPossible = (bits: number, entries: number, balance: Prior = START): boolean =>
  bits >= possibleFrom(entries, balance)
