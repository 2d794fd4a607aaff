import { foldKey } from '@proofmark/domain/fold'
import type { RowKind } from '@proofmark/domain/row-kind'
import { countOfRanges, liesIn } from '@proofmark/domain/serial-range'
import { statedRanges } from '../../../records/rules/stated-ranges.ts'

/** A word as it was read and as it stands; null where it was not read, or not stated. */
interface Word {
  readonly code: string | null
  readonly said: string | null
}

/** What a record says by which it may lie in a range, or state one. */
export interface RangeRecord {
  readonly record: string
  readonly norm: string | null
  readonly make: Word
  readonly model: Word
  readonly serial: string | null
  readonly document: string | null
  readonly rowKind: RowKind
  readonly quantity: number | null
}

/** A number that lies in a range that a record states. */
export interface RangeJoin {
  /** Whose number it is. */
  readonly of: string
  readonly number: string
  /** The record that states the range. */
  readonly stating: string
  readonly document: string | null
  readonly first: string
  readonly last: string
  /** How many numbers all ranges of the record hold. */
  readonly count: number
  /** Of how many items it says to speak; null where it does not say. */
  readonly quantity: number | null
}

export const rangesOf = ({ serial, rowKind, quantity }: RangeRecord) =>
  statedRanges({ stated: { serial: serial ?? '' }, rowKind, quantity })

const isUnsaid = ({ code, said }: Word): boolean => code === null && (said ?? '').trim() === ''

/** The same where both say it; a word that no table knows is only the same as itself. */
function agrees(one: Word, other: Word): boolean {
  if (isUnsaid(one) || isUnsaid(other)) return true
  if (one.code !== null && other.code !== null) return one.code === other.code
  return foldKey(one.said ?? '') === foldKey(other.said ?? '')
}

/** How the number of a record lies in a range that another states, of one make and model where both state them; else null. */
export function rangeJoin(numbered: RangeRecord, stating: RangeRecord): RangeJoin | null {
  const { norm: number, record: of } = numbered
  if (number === null || of === stating.record || rangesOf(numbered).length > 0) return null
  const ranges = rangesOf(stating)
  const range = ranges.find((each) => liesIn(each, number))
  if (!range || !agrees(numbered.make, stating.make) || !agrees(numbered.model, stating.model)) return null
  const { record, document, quantity } = stating
  const { first, last } = range
  return { of, number, stating: record, document, first, last, count: countOfRanges(ranges), quantity }
}

/** Does the record's quantity bear its ranges out? Where it states none, nothing speaks against them. */
export const quantityAgrees = ({ count, quantity }: Pick<RangeJoin, 'count' | 'quantity'>): boolean =>
  quantity === null || quantity === count
