import type { SupplyJoin } from '@proofmark/contract/supply-words'
import type { Item } from '../../linkage/rules/items.ts'
import { reachesLevel } from '../../linkage/rules/link-level.ts'
import { supplyLines } from '../../tracing/queries/supply-lines.ts'
import { type TracedPoint, tracedPoints } from '../../tracing/queries/traced-points.ts'
import { wordDays } from '../../tracing/rules/bounds.ts'
import { documentWord } from '../rules/graph/documents.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { idOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { weightOf } from '../rules/graph/paths.ts'
import type { Finding, SaidOfSupply } from '../rules/graph/questions/question.ts'
import { countFindings } from '../rules/graph/questions/supply-counts.ts'
import { findingsOfFirearm, type Said, type SuppliedFirearm } from '../rules/graph/questions/supply-findings.ts'
import type { Tied } from '../rules/graph/tied.ts'
import type { Firearms } from './firearms.ts'
import { type HeldFirearm, heldFirearms } from './held-firearms.ts'
import { rangeFindings } from './supply-ranges.ts'
import { licencesNamed, supplySaid } from './supply-said.ts'
import type { Walk } from './walk.ts'

export interface SupplyAnswer {
  readonly findings: readonly Finding[]
  readonly leftOut: readonly PassedOver[]
}

/** The firearms that are told one by one; of the others it is counted what they came through. */
const MOST_TOLD = 100
/** So many firearms of one licence are drawn. */
const MOST_OF_LICENCE = 50

/** The firearm seen from those records by which it was named: each record by the best of its links to any of them. */
function itemOf(firearms: Firearms, { anchors }: HeldFirearm): Item | null {
  const items = anchors.flatMap((anchor) => firearms.itemFrom(anchor) ?? [])
  const [first] = items
  if (!first) return null
  const members = first.members.map((member) =>
    items
      .flatMap((item) => item.members.find(({ record }) => record === member.record) ?? [])
      .reduce((best, each) => {
        if (best.link === 'self' || each.link === 'self') return best.link === 'self' ? best : each
        return reachesLevel(best.level, each.level) ? best : each
      }),
  )
  return { ...first, members }
}

const joinsOf = ({ members }: Item): ReadonlyMap<string, SupplyJoin> =>
  new Map(members.map(({ record, link, level }) => [record, link === 'self' ? 'itself' : level]))

async function suppliedBy(walk: Walk, held: readonly HeldFirearm[]): Promise<SuppliedFirearm[]> {
  const known = held.flatMap((each) => {
    const item = itemOf(walk.firearms, each)
    return item ? [{ ...each, item }] : []
  })
  const lines = await supplyLines(
    walk.context,
    known.map(({ item }) => item),
  )
  return known.map(({ firearm, paths, item }, at) => ({ firearm, paths, line: lines[at]!, joins: joinsOf(item) }))
}

/** Where a request keeps, by a person's word, that the firearm left lawful hands. */
function tracedFinding({ firearm, paths }: SuppliedFirearm, tie: Tied, point: TracedPoint): Finding {
  const step = { from: tie.from, to: tie.to, tie }
  const ways = paths.length === 0 ? [[]] : paths.map(({ steps }) => steps)
  const day = wordDays(point)
  return {
    message: 'connect.finding.supply_traced',
    values: { by: point.by, place: point.place ?? 'none', ...(day === 'none' ? {} : { day }) },
    words: { what: `word.explanation.${point.kind}`, ...(day === 'none' ? { day: 'connect.supply.no_day' } : {}) },
    nodes: [firearm, nodeNamed('trace', point.trace)],
    paths: ways.map((steps) => ({ steps: [...steps, step], weight: weightOf([...steps, step]) })),
  }
}

/** The requests about these firearms that found something, by the ties that lead to them. */
async function traced(walk: Walk, ties: readonly Tied[]): Promise<(supplied: SuppliedFirearm) => Finding[]> {
  const asked = ties.filter(({ relation }) => relation === 'traced_by')
  const points = Map.groupBy(
    await tracedPoints(walk.context, [...new Set(asked.map(({ to }) => idOf(to)))]),
    ({ trace }) => trace,
  )
  return (supplied) =>
    asked
      .filter(({ from }) => from === supplied.firearm)
      .flatMap((tie) => (points.get(idOf(tie.to)) ?? []).map((point) => tracedFinding(supplied, tie, point)))
}

/** Each licence that bears the number of a document by which several firearms, or one, came: the number alone joins them. */
function licenceFindings(
  licences: readonly SaidOfSupply[],
  firearms: readonly SuppliedFirearm[],
  said: Said,
  shown: ReadonlySet<NodeName>,
): Finding[] {
  const own = new Set(firearms.flatMap(({ joins }) => [...joins.keys()]))
  const named = firearms.map(({ firearm, line }) => ({
    firearm,
    documents: new Set(
      line.acts.flatMap(({ records }) =>
        records.flatMap(({ record }) => documentWord(said.get(record)?.document ?? '') ?? []),
      ),
    ),
  }))
  return licences
    .filter(({ record }) => !own.has(record))
    .flatMap((licence): Finding[] => {
      const word = documentWord(licence.document ?? '')
      const of = named.filter(({ documents }) => word !== null && documents.has(word)).map(({ firearm }) => firearm)
      if (of.length === 0) return []
      const { source, agency } = licence
      return [
        {
          message: 'connect.finding.supply_licence',
          values: {
            document: licence.document!,
            source,
            agency,
            count: String(of.length),
            all: String(firearms.length),
          },
          nodes: [
            nodeNamed('record', licence.record),
            ...of.filter((firearm) => shown.has(firearm)).slice(0, MOST_OF_LICENCE),
          ],
          paths: [],
          evidence: [{ ...licence, joined: 'document' }],
        },
      ]
    })
}

const passed = (message: string, count: number): Finding[] =>
  count > 0 ? [{ message, values: { count: String(count) }, nodes: [], paths: [] }] : []

/**
 * What the records that the reader may see say of who supplied the firearms that those asked about had, or people and things of
 * theirs: what they came through together, then each firearm, and what traces found.
 */
export async function supplyAnswer(
  walk: Walk,
  nodes: readonly NodeName[],
  asked: readonly NodeName[],
): Promise<SupplyAnswer> {
  const held = await heldFirearms(walk, nodes, asked)
  const firearms = await suppliedBy(walk, held.firearms)
  if (firearms.length === 0) return { findings: [], leftOut: held.leftOut }
  const told = firearms.slice(0, MOST_TOLD)
  const shown = new Set(told.map(({ firearm }) => firearm))
  const records = firearms.flatMap(({ line }) => [
    ...line.acts.flatMap((act) => act.records.map(({ record }) => record)),
    ...(line.lastHands?.records ?? []),
  ])
  const said = await supplySaid(walk.context, [...new Set(records)])
  const documents = [...said.values()].flatMap(({ document }) => document ?? [])
  const licences = await licencesNamed(walk.context, documents)
  const expanded = await walk.expand([...shown])
  const ties = [
    ...new Map([...expanded.ties.values()].flat().map((tie) => [`${tie.id} ${tie.from} ${tie.to}`, tie])).values(),
  ]
  const tracedOf = await traced(walk, ties)
  return {
    findings: [
      ...countFindings(firearms, said, shown),
      ...licenceFindings(licences, firearms, said, shown),
      ...(await rangeFindings(walk.context, firearms, shown)),
      ...told.flatMap((each) => [...findingsOfFirearm(each, said, ties), ...tracedOf(each)]),
      ...passed('connect.finding.supply_not_told', firearms.length - told.length),
      ...passed('connect.finding.supply_not_looked_at', held.further),
    ],
    leftOut: held.leftOut,
  }
}
