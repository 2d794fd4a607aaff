import { isOfRecord, nodeNamed } from '../../rules/graph/node.ts'
import type { RangeJoin } from '../../rules/graph/range-join.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import { rangeRecords, rangesOver, withinRanges } from '../serial-ranges.ts'
import type { Expander } from './expander.ts'

/** So many firearms of the ranges of one licence are drawn, by their numbers; `proofmark consignment` tells more of them. */
const MOST_DRAWN = 200
/** So many records are asked about at once. */
const AT_ONCE = 500

/** The number alone ties them, and the record that states the range is what it rests on. */
const tieOfJoin = ({ of, stating, number, first, last }: RangeJoin): Tied =>
  tied(
    {
      ...{ id: `range:${stating}:${of}`, from: nodeNamed('record', of), to: nodeNamed('record', stating) },
      ...{ relation: 'in_consignment', kind: 'lead' },
    },
    { records: [stating], why: [{ message: 'connect.why.serial_range', values: { number, first, last } }] },
  )

/** Licences and packing lists of many items, and the firearms whose numbers lie in the ranges that they state. */
export const ranges: Expander<never> = {
  kinds: ['firearm', 'record'],
  ways: [],
  ties: async (_, { context, firearms }, nodes) => {
    const records = nodes.filter(isOfRecord).flatMap(firearms.keptUnder)
    const joins: RangeJoin[] = []
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const own = await rangeRecords(context, records.slice(at, at + AT_ONCE))
      joins.push(...(await rangesOver(context, own)))
      for (const each of own) joins.push(...(await withinRanges(context, each)).joins.slice(0, MOST_DRAWN))
    }
    return [...new Map(joins.map((join) => [`${join.stating} ${join.of}`, tieOfJoin(join)])).values()]
  },
}
