import type { Context } from '../../../access/context.ts'
import { standingRows } from '../../../linkage/queries/linked-records.ts'
import type { Narrowing } from '../../rules/graph/narrowing.ts'
import { idsOf, isOfRecord, kindOf, type NodeName } from '../../rules/graph/node.ts'
import type { Tied } from '../../rules/graph/tied.ts'
import type { Firearms, ReachedRow } from '../firearms.ts'
import { planOnce } from '../plan-once.ts'
import { ballistics } from './ballistics.ts'
import { consignments } from './consignments.ts'
import { exhibits } from './exhibits.ts'
import type { AskedBy, Expander } from './expander.ts'
import { pairs } from './pairs.ts'
import { pointers } from './pointers.ts'
import { ranges } from './ranges.ts'
import { askedIds, type Telling, TIE_COLUMNS, type TieRow, type TiesFound, tieRows, tiesOfRows } from './ties.ts'
import { seesTraces, traces } from './traces.ts'

const EXPANDERS = { exhibits, ballistics, traces, pairs, consignments, ranges, pointers } as const
type Part = keyof typeof EXPANDERS
const PARTS = Object.entries(EXPANDERS) as [Part, Expander<unknown>][]

/** The records that a level reached by ties, which come with it, and whether any other desk keeps something of each. */
const REACHED = 'reached'
const KEPT_ELSEWHERE = PARTS.flatMap(([, { ways }]) => ways.flatMap((way) => (way.by === 'records' ? [way.where] : [])))
  .map((each) => `(${each})`)
  .join(' OR ')

interface KeptRow {
  readonly part: Part | typeof REACHED | null
  readonly kept: unknown
}

/** The columns of a tie without a value. */
const NO_TIE = Array.from({ length: TIE_COLUMNS }, () => 'NULL').join(', ')
const keptAs = (part: string, query: string): string =>
  `SELECT ${NO_TIE}, '${part}', to_jsonb(kept) FROM (${query}) kept`

type Asked = readonly (readonly [AskedBy, readonly string[]])[]

/** What these expanders are asked about, of all that is in the level. */
function askedOf(
  nodes: readonly NodeName[],
  { keptUnder, keptElsewhere }: Firearms,
  expanders: readonly [Part, Expander<unknown>][],
): Asked {
  const all: Asked = [
    ['records', nodes.filter(isOfRecord).flatMap(keptUnder).filter(keptElsewhere)],
    ['exhibits', idsOf(nodes, 'exhibit')],
    ['recoveries', idsOf(nodes, 'recovery')],
    ['firedItems', idsOf(nodes, 'fired_item')],
    ['traces', idsOf(nodes, 'trace')],
    ['consignments', idsOf(nodes, 'consignment')],
    ['pointers', idsOf(nodes, 'pointer')],
  ]
  const wanted = new Set(expanders.flatMap(([, { ways }]) => ways.map(({ by }) => by)))
  return all.filter(([by, ids]) => ids.length > 0 && wanted.has(by))
}

/**
 * The ties that people said with the records that they reach, and beside them what the other desks keep, each row under
 * the name of its expander. A way in that nobody takes costs as much as one that finds nothing, so it is left out; there are
 * few such statements.
 */
function textOf(asked: Asked, expanders: readonly [Part, Expander<unknown>][], { telling, within }: Level): string {
  const ofCase = within == null ? null : `$${asked.length + 3}::uuid`
  const ways = expanders.flatMap(([part, { ways }]) =>
    ways.flatMap(({ by, query }) => {
      const at = asked.findIndex(([each]) => each === by)
      return at < 0 ? [] : [keptAs(part, query(`$${at + 3}::uuid[]`))]
    }),
  )
  const records = `ARRAY(SELECT other FROM said WHERE "otherKind" IN ('record', 'firearm'))`
  const said = `SELECT said.*, NULL AS part, NULL::jsonb AS kept FROM said`
  return `WITH said AS MATERIALIZED (${tieRows(telling, ofCase)}) ${[said, keptAs(REACHED, standingRows(records, `, ${KEPT_ELSEWHERE} AS elsewhere`)), ...ways].join('\nUNION ALL\n')}`
}

/** What of a level is wanted, and how much of it is told. */
export interface Level extends Pick<Narrowing, 'relevance' | 'within'> {
  readonly telling: Telling
}

const statements = new Map<string, { readonly name: string; readonly text: string }>()

/** The same name for the same statement, in this process. */
function levelBy(asked: Asked, expanders: readonly [Part, Expander<unknown>][], level: Level) {
  const taken = expanders.filter(([, { ways }]) => ways.some(({ by }) => asked.some(([each]) => each === by)))
  const of = level.within == null ? 'all' : 'within'
  const key = [level.telling, of, ...taken.map(([part]) => part), '', ...asked.map(([by]) => by)].join(' ')
  const statement = statements.get(key) ?? {
    name: `graph-level-${statements.size}`,
    text: textOf(asked, expanders, level),
  }
  statements.set(key, statement)
  return statement
}

/** What these nodes are tied to, by whoever keeps it: one statement. */
export async function tiesOfLevel(
  context: Context,
  firearms: Firearms,
  nodes: readonly NodeName[],
  level: Level,
): Promise<TiesFound> {
  const { relevance, within } = level
  if (nodes.length === 0) return { ties: [], over: [] }
  const asked = askedIds(nodes, firearms.keptUnder, level)
  await planOnce(context)
  const kinds = new Set(nodes.map(kindOf))
  const expanders = PARTS.filter(
    ([part, each]) => (part !== 'traces' || seesTraces(context)) && each.kinds.some((kind) => kinds.has(kind)),
  )
  const others = askedOf(nodes, firearms, expanders)
  const { rows } = await context.client.query<TieRow & KeptRow>({
    ...levelBy(others, expanders, level),
    values: [
      [...asked.keys()],
      [...asked.values()].map(({ most }) => most),
      ...others.map(([, ids]) => ids),
      ...(within == null ? [] : [within]),
    ],
  })
  const byPart = Map.groupBy(rows, ({ part }) => part ?? null)
  firearms.take((byPart.get(REACHED) ?? []).map(({ kept }) => kept as ReachedRow))
  const said = tiesOfRows(byPart.get(null) ?? [], asked, nodes, relevance)
  const found: Tied[] = [...said.ties]
  for (const [part, { kinds: of, ties }] of expanders) {
    const own = nodes.filter((node) => of.includes(kindOf(node)))
    const kept = (byPart.get(part) ?? []).map((row) => row.kept)
    found.push(...(await ties(kept, { context, firearms }, own)))
  }
  return { ties: found, over: said.over }
}
