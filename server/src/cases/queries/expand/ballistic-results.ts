import { comparisonsOf, type KeptComparison } from '../../../custody/queries/ballistic-comparisons.ts'
import { countedLevel } from '../../../custody/rules/ballistics/result.ts'
import { idsOf, type NodeName, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Expanding } from './expander.ts'

/** The items that these results are about. */
async function itemsOfResults({ client }: Expanding['context'], results: readonly string[]): Promise<string[]> {
  if (results.length === 0) return []
  const { rows } = await client.query<{ first: string }>({
    name: 'graph-results',
    text: `SELECT DISTINCT first_id AS first FROM ballistic_result WHERE id = ANY ($1::uuid[]) AND kind = 'result'`,
    values: [results],
  })
  return rows.map(({ first }) => first)
}

/** A comparison that counts ties its two items; one that was excluded, left open or withdrawn ties nothing. */
function tieOfItems({ first, second, level }: KeptComparison): Tied[] {
  if (level !== 'hit' && level !== 'lead') return []
  const ends = { from: nodeNamed('fired_item', first), to: nodeNamed('fired_item', second) }
  const says = level === 'hit' ? (['ballistic_hit', 'fact'] as const) : (['ballistic_lead', 'lead'] as const)
  const [relation, kind] = says
  const why = [{ message: `connect.why.${relation}`, values: {} }]
  return [tied({ id: `compared:${first}:${second}`, ...ends, relation, kind }, { why })]
}

/** From a result to its two items: a fact where a second examiner confirmed a hit, else a lead. */
function tiesOfResults({ first, second, level, results }: KeptComparison, asked: ReadonlySet<string>): Tied[] {
  return results.flatMap((result) => {
    const counted = countedLevel(result)
    const counts = !result.withdrawn && level === counted && (counted === 'hit' || counted === 'lead')
    if (!counts && !asked.has(result.id)) return []
    const kind = counts && counted === 'hit' ? 'fact' : 'lead'
    return [first, second].map((item) =>
      tied(
        {
          id: `result:${result.id}:${item}`,
          ...{ from: nodeNamed('ballistic_result', result.id), to: nodeNamed('fired_item', item) },
          ...({ relation: 'compared', kind } as const),
        },
        { why: [{ message: 'connect.why.compared', values: {} }] },
      ),
    )
  })
}

/** What comparisons say of these fired items and results: a lead is a lead until it is a hit. */
export async function compared({ context }: Expanding, nodes: readonly NodeName[]): Promise<Tied[]> {
  const asked = new Set(idsOf(nodes, 'ballistic_result'))
  const items = [...idsOf(nodes, 'fired_item'), ...(await itemsOfResults(context, [...asked]))]
  const found = await comparisonsOf(context, items)
  return found.flatMap((each) => [...tieOfItems(each), ...tiesOfResults(each, asked)])
}
