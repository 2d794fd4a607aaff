import type { DamageShares } from '../../model.ts'
import { factsOf } from '../facts.ts'
import { fellowsBy } from '../fellows.ts'
import { prepare, type Weighing } from '../prepare.ts'
import type { Legend } from '../roll.ts'
import { countWords } from '../word-counts.ts'
import type { Grouped } from './grouped.ts'

/** All that is needed to weigh every record against the records of each group, group by group. */
export function prepareGroups(
  { asking, groups }: Grouped,
  legend: Legend,
  background: DamageShares,
): readonly Weighing[] {
  const [first, ...others] = groups
  if (!first) return []
  const prepared = prepare(asking, first.roll, legend, background)
  const { symbols, levels } = prepared
  return [
    prepared,
    ...others.map(({ roll }) => {
      const together = (field: 'make' | 'model') =>
        fellowsBy(roll, roll.words[field], levels[field].size, symbols.classes)
      const fellows = { model: together('model'), make: together('make') }
      return { ...prepared, entries: roll, facts: factsOf(roll), counts: countWords(roll), fellows }
    }),
  ]
}
