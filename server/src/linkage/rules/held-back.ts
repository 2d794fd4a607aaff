import type { HeldBack } from '@proofmark/contract/why-not-words'
import type { LinkedRecord, Pair } from './pair.ts'
import { UNDECIDED_FROM } from './thresholds.ts'

/** A source tells its own items apart: within one, an edit is a misreading less often than the next item. */
const LIKELY_WITHIN_SOURCE = 0.5

/** What must speak for an edit beside the mark, in bits: less than a make that agrees, more than a type alone. */
export const BORNE_OUT_BITS = 3

const differsIn = ({ evidence }: Pair, field: string) =>
  evidence?.levels.some((each) => each.field === field && each.bits < 0) === true

/** One number under two makes, which differ in more: two firearms oftener than one described wrongly. */
const isOtherFirearm = (pair: Pair) =>
  differsIn(pair, 'make') && ['model', 'calibre', 'type', 'country'].some((field) => differsIn(pair, field))

/** How many bits speak for a pair beside its marks. */
export const bitsBesideMark = ({ evidence }: Pair): number =>
  (evidence?.levels ?? []).filter(({ field }) => field !== 'serial').reduce((sum, { bits }) => sum + bits, 0)

const isAlike = ({ evidence }: Pair) => evidence?.alike === true
const isWithin = (one: LinkedRecord, other: LinkedRecord) => one.source === other.source
const areListed = (one: LinkedRecord, other: LinkedRecord) => one.register !== null && other.register !== null

/** From which probability on a pair is proposed. */
export const proposedFrom = (pair: Pair, one: LinkedRecord, other: LinkedRecord): number =>
  isWithin(one, other) && !isAlike(pair) ? LIKELY_WITHIN_SOURCE : UNDECIDED_FROM

/** Does a register tell the two apart by itself, so that nothing is to be proposed? */
export const isKnownApart = (pair: Pair, one: LinkedRecord, other: LinkedRecord): boolean =>
  areListed(one, other) && isWithin(one, other) && (!isAlike(pair) || isOtherFirearm(pair))

/** Everything for which a pair is proposed and not followed; empty where its probability alone decides. */
export function heldBackBy(pair: Pair, one: LinkedRecord, other: LinkedRecord): HeldBack[] {
  const [alike, within, listed] = [isAlike(pair), isWithin(one, other), areListed(one, other)]
  const reasons: readonly [HeldBack, boolean][] = [
    ['listed_twice', listed && within],
    ['listed_apart', listed && !within && !alike],
    ['told_apart', within && !listed && !alike],
    ['other_firearm', isOtherFirearm(pair)],
    ['not_borne_out', !alike && bitsBesideMark(pair) < BORNE_OUT_BITS],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
}
