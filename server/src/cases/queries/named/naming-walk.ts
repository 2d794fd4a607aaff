import { ProofmarkError } from '@proofmark/contract/errors'
import { kindOf, type NodeName } from '../../rules/graph/node.ts'
import { otherEnd, type Tied } from '../../rules/graph/tied.ts'
import type { Telling } from '../expand/ties.ts'
import type { Expanded, Started, Walk } from '../walk.ts'
import { type NamedGround, namedGround } from './ground.ts'
import { type NamedAmong, namedAmong } from './named-among.ts'

/** A walk that goes over those whom drawn records name as well. */
export interface NamingWalk {
  /** The walk as it is without them. */
  readonly plain: Walk
  /** Over them as well: those of what was asked for and of what is drawn, and no others however far it goes. */
  readonly walk: Walk
  /** Null where they are not wanted. */
  readonly ground: NamedGround | null
  readonly among: NamedAmong
}

const isNamed = (node: NodeName): boolean => kindOf(node) === 'named_person'
const NOWHERE: Started = { nodes: [], unseen: [], hidden: [], outside: [] }
const NOBODY: NamedAmong = { mentions: new Map(), ties: [], leftOut: [] }

function overNamed(walk: Walk, { mentions, ties }: NamedAmong): Walk {
  const byNode = new Map<NodeName, Tied[]>()
  for (const tie of ties) for (const node of [tie.from, tie.to]) byNode.set(node, [...(byNode.get(node) ?? []), tie])
  const others = (nodes: readonly NodeName[]) => nodes.filter((node) => !isNamed(node))

  async function start(nodes: readonly NodeName[]): Promise<Started> {
    const named = nodes.filter(isNamed)
    const seen = named.filter((node) => mentions.has(node))
    const started = seen.length > 0 ? await thoseThere(walk, others(nodes)) : await walk.start(nodes)
    const unseen = named.filter((node) => seen.length > 0 && !mentions.has(node))
    return { ...started, nodes: [...started.nodes, ...seen], unseen: [...started.unseen, ...unseen] }
  }

  async function expand(nodes: readonly NodeName[], telling?: Telling): Promise<Expanded> {
    const rest = others(nodes)
    const expanded: Expanded =
      rest.length === 0 ? { ties: new Map(), over: new Set(), hidden: new Set() } : await walk.expand(rest, telling)
    const merged = new Map(
      nodes.map((node): [NodeName, readonly Tied[]] => {
        const own = (byNode.get(node) ?? []).filter((tie) => !expanded.hidden.has(otherEnd(tie, node)))
        return [node, [...(expanded.ties.get(node) ?? []), ...own]]
      }),
    )
    return { ...expanded, ties: merged }
  }

  return {
    ...walk,
    start,
    expand,
    visible: async (nodes) =>
      new Map([
        ...(await walk.visible(others(nodes))),
        ...nodes.filter((node) => mentions.has(node)).map((node) => [node, node] as const),
      ]),
  }
}

/** Those of these that are there, though none need be. */
async function thoseThere(walk: Walk, nodes: readonly NodeName[]): Promise<Started> {
  if (nodes.length === 0) return NOWHERE
  try {
    return await walk.start(nodes)
  } catch (failure) {
    if (failure instanceof ProofmarkError && failure.code === 'not_found' && failure.parameters.what === nodes[0])
      return { ...NOWHERE, unseen: nodes }
    throw failure
  }
}

export interface Naming {
  readonly case: string
  readonly drawn?: readonly NodeName[] | undefined
}

/**
 * A walk that goes over those whom these nodes name as well, where somebody wants that, on the ground of a case. Throws as
 * `namedGround`.
 */
export async function namingWalk(
  plain: Walk,
  wanted: Naming | undefined,
  asked: readonly NodeName[],
): Promise<NamingWalk> {
  if (wanted === undefined) return { plain, walk: plain, ground: null, among: NOBODY }
  const ground = await namedGround(plain.context, wanted.case)
  const scope = [...new Set([...asked, ...(wanted.drawn ?? [])])].filter((node) => !isNamed(node))
  const among = await namedAmong(plain, ground, (await thoseThere(plain, scope)).nodes)
  return { plain, walk: overNamed(plain, among), ground, among }
}

/**
 * What has to be drawn so that these persons are: what names each, and those that agree with them, with what names these. Whoever
 * asks about a person asks for that.
 */
export function besideNamed({ among: { ties } }: NamingWalk, nodes: readonly NodeName[]): NodeName[] {
  const asked = new Set(nodes.filter(isNamed))
  const own = ties.filter(({ from, to }) => asked.has(from) || asked.has(to))
  const persons = new Set([...asked, ...own.flatMap(({ from, to }) => [from, to].filter(isNamed))])
  const naming = ties
    .filter(({ from, relation }) => relation !== 'may_be_same' && persons.has(from))
    .map(({ to }) => to)
  return [...new Set([...naming, ...own.flatMap(({ from, to }) => [from, to].filter((node) => !isNamed(node)))])].sort()
}
