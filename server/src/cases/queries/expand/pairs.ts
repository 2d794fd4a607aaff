import type { WeighedPair } from '../../../linkage/rules/weigh-pairs.ts'
import { isOfRecord, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Expander } from './expander.ts'

/** What a pair of two firearms says: a part of the one on the other, or that they may be one, which nobody settled. */
function tieOfPair({ record, other, verdict, by, relation }: WeighedPair): Tied[] {
  const [one, two] = [record, other].sort() as [string, string]
  const ends = { id: `pair:${one}:${two}`, from: nodeNamed('record', one), to: nodeNamed('record', two) }
  const records = [one, two]
  if (verdict === 'component-of') {
    const kind = by === 'person' ? 'fact' : 'lead'
    const why = [{ message: `connect.why.component_by_${by}`, values: {} }]
    return [tied({ ...ends, relation: 'component_of', kind }, { records, why })]
  }
  if (relation !== 'same' || (verdict !== 'undecided' && verdict !== 'same')) return []
  const why = [{ message: 'connect.why.maybe_one_firearm', values: {} }]
  return [tied({ ...ends, relation: 'same_firearm', kind: 'lead' }, { records, why })]
}

/** Firearms of which parts were seen on others, and those that may be one and are not judged to be. */
export const pairs: Expander<never> = {
  kinds: ['firearm', 'record'],
  ways: [],
  ties: async (_, { firearms }, nodes) => nodes.filter(isOfRecord).flatMap(firearms.pairsBeyond).flatMap(tieOfPair),
}
