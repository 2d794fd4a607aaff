import type { SourceKind } from '@proofmark/domain/source-kind'
import { type MarkAlignment, markAlignments } from './align-marks.ts'
import { markComparisons } from './compare-marks.ts'
import { likeliestReadings } from './likeliest-reading.ts'
import type { Line } from './line.ts'
import type { Model, Shares } from './model.ts'
import { type PartMark, serialLine } from './serial-line.ts'
import { sourcePair } from './source-pair.ts'
import { type Told, wordLines } from './word-lines.ts'

/** An item as it is compared: its marks, its own first, its words, and what happened to it where that is known. */
export type ComparedItem = Told & Marked
interface Marked {
  readonly marks: readonly PartMark[]
}

/** Weighs two descriptions; reading the model once, since much of it can be worked out beforehand. */
export interface Balance {
  readonly model: Model
  /** The evidence by field that both descriptions are of one firearm, whatever else there is. In bits. */
  readonly evidence: (query: ComparedItem, record: ComparedItem) => Line[]
  /**
   * The two marks that a serial's line speaks of, laid over each other; their bits sum to those of the line. Worked out
   * again and not kept, since many are weighed and few are shown.
   */
  readonly alignment: (query: Marked, record: Marked, serial: Line) => MarkAlignment | null
  /** What speaks for any one entry among `entries` before anything is compared. */
  readonly prior: (entries: number) => Line
  /** The balance for a record of one kind of source and one of another, as far as the model tells them apart. */
  readonly between: (one: SourceKind, other: SourceKind) => Balance
}

/**
 * The balance of Fellegi and Sunter (1969): for each field that both state, the logarithm of how much oftener two
 * records of one firearm compare so than two of two. What is missing on either side is no evidence.
 */
export function balanceOf(model: Model): Balance {
  const known = new Map<string, Balance>()
  const all: Balance = {
    ...weighing(model, model),
    between: (one, other) => {
      const pair = sourcePair(one, other)
      const shares = model.between?.[pair]
      if (!shares) return all
      const found = known.get(pair) ?? { ...weighing(model, shares), between: all.between }
      known.set(pair, found)
      return found
    },
  }
  return all
}

function weighing(model: Model, shares: Shares): Omit<Balance, 'between'> {
  const likeliestReading = likeliestReadings(shares.mark)
  const compareMarks = markComparisons(shares.mark, likeliestReading)
  const alignMarks = markAlignments(likeliestReading)
  return {
    model,
    evidence: (query, record) => {
      const serial = serialLine(compareMarks, shares.mark, query.marks, record.marks)
      return [...(serial ? [serial] : []), ...wordLines(query, record, shares)]
    },
    alignment: (query, record, { asked = 0, recorded = 0, bits }) => {
      const [one, other] = [query.marks[asked], record.marks[recorded]]
      return one && other ? alignMarks(one, other, bits) : null
    },
    prior: (entries) => {
      const among = Math.max(1, entries)
      const bits = Math.log2(model.recorded / (1 - model.recorded)) - Math.log2(among)
      return { field: 'prior', bits, message: { id: 'evidence.prior', parameters: { entries: among } } }
    },
  }
}

export const sumOfBits = (lines: readonly Pick<Line, 'bits'>[]): number =>
  lines.reduce((sum, { bits }) => sum + bits, 0)
