import type { FindingRule } from '@proofmark/contract/life-words'

/** What stands beside a life and is no part of it, in the order in which it is shown. */
export const BESIDE = ['undecided', 'twice', 'components', 'lot'] as const
export type Beside = (typeof BESIDE)[number]

const BESIDE_OF: Readonly<Partial<Record<FindingRule, Beside>>> = {
  undecided_records: 'undecided',
  listed_twice: 'twice',
  component_elsewhere: 'components',
  component_of_another: 'components',
  component_on_two: 'components',
  same_lot: 'lot',
}

/** Of which kind beside the life a finding tells; undefined where it tells of the life itself. */
export const besideOf = (rule: FindingRule): Beside | undefined => BESIDE_OF[rule]

export const isBeside = (rule: FindingRule): boolean => besideOf(rule) !== undefined
