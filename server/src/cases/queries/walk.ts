import type { NodeKind } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { seesSubjects } from '../policy/subjects.ts'
import { codeOfCountry } from '../rules/graph/country-node.ts'
import type { Narrowing } from '../rules/graph/narrowing.ts'
import { isWanted } from '../rules/graph/narrowing.ts'
import { idOf, idsOf, isOfRecord, kindOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { byEvidence, otherEnd, type Tied } from '../rules/graph/tied.ts'
import type { WithinCase } from '../rules/graph/within.ts'
import { consignmentGroups } from './consignment-groups.ts'
import { tiesOfLevel } from './expand/level.ts'
import { tiesOfRoutes } from './expand/routes.ts'
import { placeNames, tiesOfPlaces } from './expand/stated-places.ts'
import { countTies, type Telling } from './expand/ties.ts'
import { seesTraces } from './expand/traces.ts'
import { VISIBLE_END } from './expand/visible-end.ts'
import { type Firearms, foldingFirearms } from './firearms.ts'
import { protectedPersons } from './protected-persons.ts'
import { withinCase } from './within-case.ts'

/** What nodes are tied to, among what the reader may see. */
export interface Expanded {
  /** Of each node that was asked about, its ties; none for those that are too common. */
  readonly ties: ReadonlyMap<NodeName, readonly Tied[]>
  /** Nodes that have more ties than are fetched. */
  readonly over: ReadonlySet<NodeName>
  /** Victims and witnesses that were left out. */
  readonly hidden: ReadonlySet<NodeName>
}

/** Nodes to begin at, as they are named here, and those that were asked for and are not there for this reader. */
export interface Started {
  readonly nodes: readonly NodeName[]
  readonly unseen: readonly NodeName[]
  readonly hidden: readonly NodeName[]
  /** They are there, and not within the case that is wanted alone. */
  readonly outside: readonly NodeName[]
}

/** One reader's way through the graph: each firearm is folded once, and each node expanded once. */
export interface Walk {
  readonly context: Context
  readonly firearms: Firearms
  readonly narrowing: Narrowing
  /** Where to begin. Throws `not_found` where the reader may see none of these nodes, or not the case that is wanted alone. */
  readonly start: (nodes: readonly NodeName[]) => Promise<Started>
  /** Those of these nodes that the reader may see, as they are named here. */
  readonly visible: (nodes: readonly NodeName[]) => Promise<Map<NodeName, NodeName>>
  /** `ends`: of ties that people said no more than who is tied to whom, how, when, and on which records. */
  readonly expand: (nodes: readonly NodeName[], telling?: Telling) => Promise<Expanded>
  readonly countNeighbours: (nodes: readonly NodeName[]) => Promise<ReadonlyMap<NodeName, number>>
}

/** A consignment bears the smallest of its records, whichever it was asked by. */
async function consignmentNames(context: Context, nodes: readonly NodeName[]): Promise<Map<NodeName, NodeName>> {
  const asked = idsOf(nodes, 'consignment')
  const groups = await consignmentGroups(context, asked)
  return new Map(
    asked.flatMap((id) => {
      const group = groups.find(({ records }) => records.includes(id))
      return group ? [[nodeNamed('consignment', id), nodeNamed('consignment', group.name)] as const] : []
    }),
  )
}

const PLACES: ReadonlySet<NodeKind> = new Set<NodeKind>(['stated_place', 'country'])

/** What bears the smallest of its records, whichever it was asked by. */
const NAMED_BY_RECORD: ReadonlySet<NodeKind> = new Set<NodeKind>(['consignment', 'stated_place'])

async function visibleNodes(context: Context, firearms: Firearms, nodes: readonly NodeName[]) {
  await firearms.fold(nodes.filter(isOfRecord).map(idOf))
  const named = new Map([...(await consignmentNames(context, nodes)), ...(await placeNames(context, nodes))])
  const others = nodes.filter((node) => !isOfRecord(node) && (kindOf(node) !== 'trace' || seesTraces(context)))
  const { rows } = await context.client.query<{ kind: NodeKind; id: string }>({
    name: 'graph-visible',
    text: `SELECT t.other_kind AS kind, t.other_id AS id FROM unnest($1::text[], $2::uuid[]) AS t (other_kind, other_id)
           WHERE ${VISIBLE_END}`,
    values: [others.map(kindOf), others.map(idOf)],
  })
  const seen = new Set(rows.map(({ kind, id }) => `${kind}:${id}`))
  return new Map(
    nodes.flatMap((node) => {
      // A country is there for everybody; what leads to it is not.
      if (kindOf(node) === 'country') return codeOfCountry(node) === null ? [] : [[node, node] as const]
      const name = isOfRecord(node)
        ? firearms.nameOf(idOf(node))
        : NAMED_BY_RECORD.has(kindOf(node))
          ? named.get(node)
          : seen.has(node) && node
      return name ? [[node, name] as const] : []
    }),
  )
}

export function walkOf(context: Context, wanted: Narrowing): Walk {
  // Whoever may see no persons asks for no victims and witnesses either: for them there are none (decision 43).
  const protectedAsked = wanted.protectedPersons && seesSubjects(context.reader)
  const narrowing: Narrowing = { ...wanted, protectedPersons: protectedAsked }
  const firearms = foldingFirearms(context)
  const seesTrace = seesTraces(context)
  let scope: Promise<WithinCase> | undefined

  /** What is within the case that is wanted alone: asked for once, and null where none is. */
  async function scopeOf(): Promise<WithinCase | null> {
    if (narrowing.within == null) return null
    scope ??= withinCase(context, firearms, narrowing.within)
    return scope
  }

  /** Both ends under the names that they have here; null where one is not for this reader, or both are one firearm. */
  function named(tie: Tied): Tied | null {
    const name = (node: NodeName) => (isOfRecord(node) ? firearms.nameOf(idOf(node)) : node)
    const [from, to] = [name(tie.from), name(tie.to)]
    if (from === null || to === null || from === to) return null
    if (!seesTrace && (kindOf(from) === 'trace' || kindOf(to) === 'trace')) return null
    return { ...tie, from, to, named: [tie.from, tie.to].filter(isOfRecord).map(idOf) }
  }

  /** Where records say that it happened and which way it came, where that is wanted; a place itself leads on in any case. */
  async function placesAround(nodes: readonly NodeName[]): Promise<readonly Tied[]> {
    const asked = narrowing.places ? nodes : nodes.filter((node) => PLACES.has(kindOf(node)))
    if (asked.length === 0) return []
    return [...(await tiesOfPlaces(context, firearms, asked)), ...(await tiesOfRoutes(context, asked))]
  }

  async function expand(nodes: readonly NodeName[], telling: Telling = 'whole'): Promise<Expanded> {
    const within = await scopeOf()
    // What is within a case is told by the case of each tie.
    const level = { ...narrowing, telling: within === null ? telling : 'whole' } as const
    const { ties: kept, over } = await tiesOfLevel(context, firearms, nodes, level)
    const found = [...kept, ...(await placesAround(nodes))]
    await firearms.fold(found.flatMap(({ from, to }) => [from, to].filter(isOfRecord).map(idOf)))
    const ties = new Map(
      found.flatMap((tie) => named(tie) ?? []).map((tie) => [`${tie.id} ${tie.from} ${tie.to}`, tie]),
    )
    const reached = [...new Set([...ties.values()].flatMap(({ from, to }) => [from, to]))]
    const hidden = narrowing.protectedPersons ? new Set<NodeName>() : await protectedPersons(context, reached)
    const byNode = new Map(nodes.map((node) => [node, [] as Tied[]]))
    for (const tie of [...ties.values()].sort(byEvidence)) {
      for (const node of new Set([tie.from, tie.to])) {
        const end = otherEnd(tie, node)
        if (!hidden.has(end) && !hidden.has(node) && isWanted(tie, end, narrowing, within)) byNode.get(node)?.push(tie)
      }
    }
    return { ties: byNode, over: new Set(over), hidden }
  }

  const visible = (nodes: readonly NodeName[]) => visibleNodes(context, firearms, nodes)
  return {
    context,
    firearms,
    narrowing,
    visible,
    start: async (nodes) => {
      const seen = await visible(nodes)
      const hidden = narrowing.protectedPersons ? new Set<NodeName>() : await protectedPersons(context, nodes)
      const shown = [...new Set([...seen].filter(([node]) => !hidden.has(node)).map(([, name]) => name))]
      if (shown.length === 0) throw new ProofmarkError('not_found', { what: nodes[0]! })
      const within = await scopeOf()
      const [inside, outside] = [true, false].map((wanted) =>
        shown.filter((node) => (within === null || within.nodes.has(node)) === wanted),
      ) as [NodeName[], NodeName[]]
      return { nodes: inside, unseen: nodes.filter((node) => !seen.has(node)), hidden: [...hidden], outside }
    },
    expand,
    countNeighbours: (nodes) => countTies(context, nodes, firearms.keptUnder, narrowing.within ?? null),
  }
}
