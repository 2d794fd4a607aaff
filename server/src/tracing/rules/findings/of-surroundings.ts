import type { Surroundings } from '../life-record.ts'
import { type Finding, found } from './finding.ts'

const RULE_OF_PART = {
  bears: 'component_elsewhere',
  borne: 'component_of_another',
  shared: 'component_on_two',
} as const

/** Parts, lots, double entries, and records that may be of this item: what stands beside its life and is no part of it. */
export function surroundingFindings(
  { components, lot, undecided, listedTwice }: Surroundings,
  self: readonly string[],
): Finding[] {
  const parts = components.flatMap(({ record, part, direction, judged }) =>
    found(RULE_OF_PART[direction], { part }, [record], {
      working: judged === 'working',
    }),
  )
  const twice = listedTwice.flatMap(({ record, other }) =>
    found('listed_twice', {}, [record, other], { working: true }),
  )
  const others = lot.filter((record) => !self.includes(record))
  return [
    ...parts,
    ...twice,
    ...found('same_lot', { count: others.length }, others),
    ...found(
      'undecided_records',
      { count: undecided.length },
      undecided.map(({ record }) => record),
      { working: true },
    ),
  ]
}
