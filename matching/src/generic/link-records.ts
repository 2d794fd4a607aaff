import { type Claims, compete } from '../bulk/compete.ts'
import { blockedPairs } from './blocking.ts'
import type { Comparator } from './comparators.ts'
import { type LearnedLevels, learnLevels, oddsOf } from './learn-levels.ts'

/** A record of any kind, field by field; '' where nothing is stated. */
export type GenericRecord<Field extends string> = Readonly<Record<Field, string>>

export interface GenericWish<Field extends string> {
  readonly fields: Readonly<Record<Field, Comparator>>
  /** Pairs are compared that agree in one of these keys; null where a record has none of a kind. */
  readonly keys: readonly ((record: GenericRecord<Field>) => string | null)[]
  /** How often a record of which one is known has another; 0 where each has one at most. */
  readonly again?: number
}

/** Pairs of records and entries by position, those of one record together, with what was learned. */
export interface GenericMatched {
  readonly records: Uint32Array
  readonly entries: Uint32Array
  readonly probabilities: Float64Array
  readonly learned: LearnedLevels
}

/**
 * Links records of any kind with others, of one file each: pairs under common keys are compared field by field in levels,
 * how much a level says is learned without labels, and entries compete for a record as records do for an entry. The same
 * rules as matching in bulk, without anything that knows firearms.
 */
export function linkRecords<Field extends string>(
  records: readonly GenericRecord<Field>[],
  entries: readonly GenericRecord<Field>[],
  { fields, keys, again = 0 }: GenericWish<Field>,
): GenericMatched {
  const names = Object.keys(fields) as Field[]
  const comparators = names.map((name) => fields[name])
  const pairs = blockedPairs(records, entries, keys)
  const width = names.length
  const levels = new Uint8Array(pairs.records.length * width)
  for (const [at, record] of pairs.records.entries())
    for (let field = 0; field < width; field++) {
      const name = names[field]!
      levels[at * width + field] = comparators[field]!.levelOf(
        records[record]![name],
        entries[pairs.entries[at]!]![name],
      )
    }
  const chance = byChance(records, entries, names, fields)
  const levelled = { records: pairs.records, levels }
  const learned = learnLevels(levelled, chance, records.length, entries.length)
  const claims: Claims = { ...pairs, odds: oddsOf(levelled, learned, chance, entries.length) }
  return { ...pairs, probabilities: compete(claims, entries.length, again), learned }
}

const SAMPLED = 50_000

/** How often each level of a field holds between a record and an entry taken at random, where both state it. */
function byChance<Field extends string>(
  records: readonly GenericRecord<Field>[],
  entries: readonly GenericRecord<Field>[],
  names: readonly Field[],
  fields: Readonly<Record<Field, Comparator>>,
): number[][] {
  const pairs = Math.min(SAMPLED, records.length * entries.length)
  return names.map((name) => {
    const { levels, levelOf } = fields[name]
    const counts = new Array<number>(levels + 1).fill(0.5)
    for (let at = 0; at < pairs; at++) {
      // Steps that share no divisor with the lengths go through all pairs before one comes again.
      const record = records[(at * 7_919) % records.length]!
      const entry = entries[(at * 104_729 + Math.floor(at / entries.length)) % entries.length]!
      counts[levelOf(record[name], entry[name])]!++
    }
    const total = counts.slice(1).reduce((sum, count) => sum + count, 0)
    return counts.map((count, level) => (level === 0 ? 1 : count / total))
  })
}
