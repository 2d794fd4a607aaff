import { skeleton } from '@proofmark/domain/serial-norm'
import type { DamageShares } from '../model.ts'
import type { Symbols } from './codes.ts'
import { factsOf } from './facts.ts'
import { type Fellows, fellowsBy } from './fellows.ts'
import { fieldLevels } from './field-levels.ts'
import { WORD_FIELDS, type WordField } from './fields.ts'
import type { FieldLevels } from './levels.ts'
import type { Legend, Roll } from './roll.ts'
import { type StepTable, stepTable } from './step-table.ts'
import { countWords, type WordCounts } from './word-counts.ts'

/** All that is needed to weigh the records of one roll against the entries of another: plain data that threads share. */
export interface Weighing {
  readonly records: Roll
  readonly entries: Roll
  readonly symbols: Symbols
  readonly table: StepTable
  readonly levels: Readonly<Record<WordField, FieldLevels>>
  /** What the entries state, and how often. */
  readonly facts: Int32Array
  readonly counts: WordCounts
  /** Entries by their model and by their make. */
  readonly fellows: { readonly model: Fellows; readonly make: Fellows }
  /** What befalls the numbers of firearms that are not among the entries. */
  readonly background: DamageShares
  /** Whether numbers are taken to come in series, so that a close one says little. */
  readonly series: boolean
}

/** Works out beforehand what the readings of both rolls mean to each other. */
export function prepare(
  records: Roll,
  entries: Roll,
  legend: Legend,
  background: DamageShares,
  series = false,
): Weighing {
  const symbols = legend.alphabet.symbols()
  const levels = Object.fromEntries(WORD_FIELDS.map((field) => [field, fieldLevels(field, legend)])) as Record<
    WordField,
    FieldLevels
  >
  const together = (field: 'make' | 'model') =>
    fellowsBy(entries, entries.words[field], levels[field].size, symbols.classes)
  return {
    records,
    entries,
    symbols,
    table: stepTable(symbols, skeleton),
    levels,
    facts: factsOf(entries),
    counts: countWords(entries),
    fellows: { model: together('model'), make: together('make') },
    background,
    series,
  }
}
