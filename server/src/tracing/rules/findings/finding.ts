import type { FindingRule } from '@proofmark/contract/life-words'
import type { Happening } from '../happenings.ts'
import type { LifeRecord } from '../life-record.ts'
import type { Weighted } from '../weights.ts'

/** What a rule found: the sentence it asks for, the records it rests on, and what else may explain them. */
export interface Finding {
  readonly rule: FindingRule
  readonly parameters: Readonly<Record<string, string | number>>
  /** Identifiers; at least one. */
  readonly records: readonly string[]
  readonly alternatives: readonly Weighted[]
  /**
   * It speaks against a custodian, whose oversight desk is to hear of it first: the records by which the firearm was in
   * those hands. Null where it speaks against nobody.
   */
  readonly oversight: readonly string[] | null
  /** It rests on a model's link alone, beside what its records tell. */
  readonly working: boolean
}

type Parameters = Finding['parameters']
type More = Partial<Pick<Finding, 'alternatives' | 'oversight' | 'working'>>

export const recordsOf = (happenings: readonly Happening[]): string[] =>
  happenings.flatMap(({ records }) => records.map(({ record }) => record))

export const identifiers = (records: readonly LifeRecord[]): string[] => records.map(({ record }) => record)

/** A finding, or nothing where it would rest on no record. */
export function found(
  rule: FindingRule,
  parameters: Parameters,
  records: readonly string[],
  more: More = {},
): Finding[] {
  const unique = [...new Set(records)]
  if (unique.length === 0) return []
  return [{ rule, parameters, records: unique, alternatives: [], oversight: null, working: false, ...more }]
}
