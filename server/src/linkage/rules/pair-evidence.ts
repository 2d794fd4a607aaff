import type { ItemRead } from '@proofmark/domain/item'
import type { SourceKind } from '@proofmark/domain/source-kind'
import { readsAlike } from '@proofmark/matching/alike'
import { type Balance, type ComparedItem, sumOfBits } from '@proofmark/matching/balance'
import type { DatedEvent } from '@proofmark/matching/event-order'
import { leastDamages } from '@proofmark/matching/least-damages'
import type { Line } from '@proofmark/matching/line'
import { type RelatedItem, type Relation, relationOf } from '@proofmark/matching/relation'

/** A record as it is compared with others. */
export interface ComparedRecord {
  readonly record: string
  /** Of what kind its source is. */
  readonly kind: SourceKind
  readonly item: ItemRead
  readonly event: DatedEvent
  /** Where it happened, as stated. */
  readonly place: string | null
  readonly loose: boolean
  readonly lot: boolean
}

/** Level and bits of one field, and no value of either record. */
export interface EvidenceLevel {
  readonly field: string
  readonly level: string
  readonly bits: number
}

/** What the model measured of two records, the first being the one whose identifier is smaller. */
export interface PairEvidence {
  readonly relation: Relation
  readonly bits: number
  /** Do the marks read as one number, or is an edit between them? */
  readonly alike: boolean
  readonly evidence: readonly EvidenceLevel[]
}

/** Marks further apart than this are not of one number under any model. */
const MOST_DAMAGES = 2

const related = ({ item, loose, lot }: ComparedRecord): RelatedItem => ({
  category: item.category,
  marks: item.marks,
  loose,
  lot,
})

/** Could any mark of one be a mark of the other? A quick look before the whole comparison. */
export function areNear(one: ComparedRecord, other: ComparedRecord): boolean {
  return one.item.marks.some(({ skeleton }) =>
    other.item.marks.some((mark) => {
      if (skeleton === null || mark.skeleton === null) return false
      return (leastDamages(skeleton, mark.skeleton) ?? 0) <= MOST_DAMAGES
    }),
  )
}

const levelOf = ({ field, message, more = [], bits }: Line): EvidenceLevel => ({
  field,
  level: [message, ...more].map(({ id }) => id.replace(`evidence.${field}.`, '')).join('+'),
  bits,
})

/** A record as it is weighed. What befell a loose part or rounds under one number did not befall one firearm. */
export const comparedItem = ({ item, event, place, loose, lot }: ComparedRecord): ComparedItem =>
  loose || lot ? item : { ...item, event, place }

function relationBy(one: ComparedRecord, other: ComparedRecord, serial: Line): Relation | null {
  return relationOf(related(one), serial.asked ?? 0, related(other), serial.recorded ?? 0)
}

/** Of a number that may have come with a part from another firearm, the order of events says nothing. */
const toldBy = (relation: Relation | null, lines: Line[]): Line[] =>
  relation?.kind === 'same' ? lines : lines.filter(({ field }) => field !== 'order')

/** The lines of the balance of two records, seen from the first. */
export function linesOfPair(one: ComparedRecord, other: ComparedRecord, balance: Balance): Line[] {
  const lines = balance.between(one.kind, other.kind).evidence(comparedItem(one), comparedItem(other))
  const serial = lines.find(({ field }) => field === 'serial')
  return toldBy(serial ? relationBy(one, other, serial) : null, lines)
}

/**
 * What the model measures of two records, whichever is named first. Null where they cannot be compared: one has no
 * number, or one is rounds and the other a firearm. Depends on what the two records say, the kinds of their sources and the
 * model alone.
 */
export function pairEvidence(one: ComparedRecord, other: ComparedRecord, balance: Balance): PairEvidence | null {
  const [first, second] = one.record < other.record ? [one, other] : [other, one]
  const lines = linesOfPair(first, second, balance)
  const serial = lines.find(({ field }) => field === 'serial')
  if (!serial) return null
  const relation = relationBy(first, second, serial)
  return relation && { relation, bits: sumOfBits(lines), alike: readsAlike(lines), evidence: lines.map(levelOf) }
}
