import type { Context } from '../../access/context.ts'
import type { NodeName } from '../rules/graph/node.ts'
import { nodeNamed } from '../rules/graph/node.ts'
import type { Finding } from '../rules/graph/questions/question.ts'
import type { SuppliedFirearm } from '../rules/graph/questions/supply-findings.ts'
import { quantityAgrees } from '../rules/graph/range-join.ts'
import { rangeRecords, rangesOver } from './serial-ranges.ts'
import { supplySaid } from './supply-said.ts'

/** More records than these that state ranges over the firearms of one answer are not told. */
const MOST_STATING = 100
/** So many firearms of one range are drawn. */
const MOST_OF_RANGE = 50
/** So many records of firearms are asked about at once. */
const AT_ONCE = 500

/**
 * Each licence or packing list that states a range in which the numbers of several firearms, or of one, lie: the number alone
 * joins them, and so it is a lead. By one that is joined to a firearm already nothing is said of that one again.
 */
export async function rangeFindings(
  context: Context,
  firearms: readonly SuppliedFirearm[],
  shown: ReadonlySet<NodeName>,
): Promise<Finding[]> {
  const firearmOf = new Map(firearms.flatMap((each) => [...each.joins.keys()].map((record) => [record, each] as const)))
  const records = [...firearmOf.keys()]
  const joins = []
  for (let at = 0; at < records.length; at += AT_ONCE)
    joins.push(...(await rangesOver(context, await rangeRecords(context, records.slice(at, at + AT_ONCE)))))
  const open = joins.filter(({ of, stating }) => !firearmOf.get(of)!.joins.has(stating))
  const byRecord = [...Map.groupBy(open, ({ stating }) => stating)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST_STATING)
  const said = await supplySaid(
    context,
    byRecord.map(([record]) => record),
  )
  return byRecord.flatMap(([record, inside]): Finding[] => {
    const stating = said.get(record)
    if (!stating) return []
    const of = [...new Set(inside.map((join) => firearmOf.get(join.of)!.firearm))]
    const join = inside[0]!
    const { source, agency } = stating
    const agrees = quantityAgrees(join) ? 'yes' : 'no'
    const counts = { count: String(of.length), all: String(firearms.length) }
    return [
      {
        message: 'connect.finding.supply_range',
        values: { source, agency, first: join.first, last: join.last, agrees, ...counts },
        nodes: [nodeNamed('record', record), ...of.filter((each) => shown.has(each)).slice(0, MOST_OF_RANGE)],
        paths: [],
        evidence: [{ ...stating, joined: 'range' }],
      },
    ]
  })
}
