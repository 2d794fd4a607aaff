import type { Context } from '../../../access/context.ts'
import { SUPPLY_EVENTS } from '../../rules/graph/documents.ts'
import { idsOf, isOfRecord, kindOf, type NodeName } from '../../rules/graph/node.ts'
import type { Tied } from '../../rules/graph/tied.ts'
import type { Firearms } from '../firearms.ts'
import { planOnce } from '../plan-once.ts'
import { ballistics } from './ballistics.ts'
import { consignments } from './consignments.ts'
import { exhibits } from './exhibits.ts'
import type { AskedParameters, Expander } from './expander.ts'
import { pairs } from './pairs.ts'
import { askedIds, TIES, type TieRow, type TiesFound, tiesOfRows } from './ties.ts'
import { seesTraces, traces } from './traces.ts'

const EXPANDERS = { exhibits, ballistics, traces, pairs, consignments } as const
type Part = keyof typeof EXPANDERS
const PARTS = Object.entries(EXPANDERS) as [Part, Expander<unknown>][]

const ASKED: AskedParameters = {
  records: '$3::uuid[]',
  exhibits: '$4::uuid[]',
  recoveries: '$5::uuid[]',
  firedItems: '$6::uuid[]',
  traced: '$7::uuid[]',
  traces: '$8::uuid[]',
  documented: '$9::uuid[]',
  supplyEvents: '$10::text[]',
}

/** The columns of a tie without a value. */
const NO_TIE = Array.from({ length: 14 }, () => 'NULL').join(', ')
const keptRows = ([part, { kept }]: [Part, Expander<unknown>]): string[] =>
  kept === null ? [] : [`SELECT ${NO_TIE}, '${part}', to_jsonb(kept) FROM (${kept(ASKED)}) kept`]

/** The ties that people said, and beside them what the other desks keep, each row under the name of its expander. */
const LEVEL = [`SELECT said.*, NULL AS part, NULL::jsonb AS kept FROM (${TIES}) said`, ...PARTS.flatMap(keptRows)].join(
  '\nUNION ALL\n',
)

interface KeptRow {
  readonly part: Part | null
  readonly kept: unknown
}

function valuesOf(context: Context, nodes: readonly NodeName[], keptUnder: Firearms['keptUnder']) {
  const records = nodes.filter(isOfRecord).flatMap(keptUnder)
  const traced = seesTraces(context)
  return [
    records,
    idsOf(nodes, 'exhibit'),
    idsOf(nodes, 'recovery'),
    idsOf(nodes, 'fired_item'),
    traced ? records : [],
    traced ? idsOf(nodes, 'trace') : [],
    [...records, ...idsOf(nodes, 'consignment')],
    SUPPLY_EVENTS,
  ]
}

/** What these nodes are tied to, by whoever keeps it: one statement, of ties alone where nobody else keeps such nodes. */
export async function tiesOfLevel(
  context: Context,
  firearms: Firearms,
  nodes: readonly NodeName[],
  relevance: boolean,
): Promise<TiesFound> {
  const asked = askedIds(nodes, firearms.keptUnder, relevance)
  if (asked.size === 0) return { ties: [], over: [] }
  await planOnce(context)
  const kinds = new Set(nodes.map(kindOf))
  const expanders = PARTS.filter(([, each]) => each.kinds.some((kind) => kinds.has(kind)))
  const ids = [[...asked.keys()], [...asked.values()].map(({ most }) => most)]
  const { rows } = await context.client.query<TieRow & KeptRow>(
    expanders.length === 0
      ? { name: 'graph-ties', text: TIES, values: ids }
      : { name: 'graph-level', text: LEVEL, values: [...ids, ...valuesOf(context, nodes, firearms.keptUnder)] },
  )
  const byPart = Map.groupBy(rows, ({ part }) => part ?? null)
  const said = tiesOfRows(byPart.get(null) ?? [], asked, nodes, relevance)
  const found: Tied[] = [...said.ties]
  for (const [part, { kinds: of, ties }] of expanders) {
    const own = nodes.filter((node) => of.includes(kindOf(node)))
    const kept = (byPart.get(part) ?? []).map((row) => row.kept)
    found.push(...(await ties(kept, { context, firearms }, own)))
  }
  return { ties: found, over: said.over }
}
