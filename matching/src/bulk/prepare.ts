import type { MarkCharacter } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { shapeOf } from '../background.ts'
import { RUN, type Symbols } from './codes.ts'
import { fieldLevels } from './field-levels.ts'
import { WORD_FIELDS, type WordField } from './fields.ts'
import type { KeyIndex } from './key-index.ts'
import type { FieldLevels } from './levels.ts'
import type { Legend, Roll } from './roll.ts'
import { SLOTS } from './slots.ts'
import { type StepTable, stepTable } from './step-table.ts'
import { WordShares } from './word-shares.ts'

/** All that is needed to weigh the records of one roll against the entries of another: plain data that threads share. */
export interface Weighing {
  readonly records: Roll
  readonly entries: Roll
  readonly symbols: Symbols
  readonly table: StepTable
  readonly levels: Readonly<Record<WordField, FieldLevels>>
  /** For each record how often an entry taken at random compares so with it, slot by slot. */
  readonly shares: Float32Array
  /** For each mark of the records the binary logarithm of how often a firearm's number reads like it. */
  readonly background: Float64Array
}

/** Together with indexes of the entries' marks. */
export type Indexed = Weighing & { readonly indexes: readonly KeyIndex[] }

/** How often a firearm's number, damaged or not, reads like these positions: between 0 and 1. */
export type Background = (positions: readonly MarkCharacter[]) => number

const LEAST = 1e-300

function backgroundsOf(records: Roll, { alternatives }: Symbols, background: Background): Float64Array {
  const marks = records.recordOfMark.length
  const bits = new Float64Array(new SharedArrayBuffer(Math.max(8, 8 * marks)))
  const characters = alternatives.map(
    (readings, code): MarkCharacter => ({
      state: readings.length === 1 ? 'clear' : 'lost',
      alternatives: readings,
      run: code === RUN,
    }),
  )
  // Marks of one shape have one background, and there are few shapes.
  const shapes = characters.map(shapeOf)
  const known = new Map<string, number>()
  for (let mark = 0; mark < marks; mark++) {
    const [from, to] = [records.positionStart[mark]!, records.positionStart[mark + 1]!]
    let shape = ''
    for (let at = from; at < to; at++) shape += shapes[records.positions[at]!]!
    let found = known.get(shape)
    if (found === undefined) {
      const codes = records.positions.subarray(from, to)
      found = Math.log2(Math.max(LEAST, background(Array.from(codes, (code) => characters[code]!))))
      known.set(shape, found)
    }
    bits[mark] = found
  }
  return bits
}

/** Works out beforehand what depends on one record alone. */
export function prepare(records: Roll, entries: Roll, legend: Legend, background: Background): Weighing {
  const symbols = legend.alphabet.symbols()
  const levels = Object.fromEntries(WORD_FIELDS.map((field) => [field, fieldLevels(field, legend)])) as Record<
    WordField,
    FieldLevels
  >
  const counted = new WordShares(entries, levels)
  const shares = new Float32Array(new SharedArrayBuffer(Math.max(8, 4 * SLOTS * records.length)))
  for (let record = 0; record < records.length; record++) counted.of(records, record, shares, record * SLOTS)
  return {
    records,
    entries,
    symbols,
    table: stepTable(symbols, skeleton),
    levels,
    shares,
    background: backgroundsOf(records, symbols, background),
  }
}
