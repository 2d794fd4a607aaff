import type { LeftOut } from '@proofmark/contract/schemas/graph'
import type { PassedOver } from '../../rules/graph/left-out.ts'
import type { Mention } from '../../rules/graph/named/mention.ts'
import { kindOf, type NodeName } from '../../rules/graph/node.ts'
import { type Gathered, type ShownGraph, type ShownNode, showGraph } from '../shown-graph.ts'
import { type NamedAmong, namedAmong } from './named-among.ts'
import type { NamingWalk } from './naming-walk.ts'

/** A graph with those whom its records and recoveries name, and by which of these each is named. */
export interface ShownWithNamed extends ShownGraph {
  readonly named: readonly Mention[]
}

/** All that ties somebody is drawn with them, and nobody has a figure. */
function shownMention({ node, by, role, who, name, protected: isProtected }: Mention): ShownNode {
  return {
    node,
    label: name,
    detail: [
      { message: `connect.why.named_as.${role}`, values: {} },
      ...(who === 'organisation' ? [{ message: 'connect.detail.firm', values: {} }] : []),
    ],
    fromDay: null,
    toDay: null,
    records: by.kind === 'record' ? [by.id] : [],
    degree: null,
    more: false,
    cases: [],
    protected: isProtected,
  }
}

/** Once for each reason and node; victims and witnesses of both kinds together. */
function leftOutOf(shown: readonly LeftOut[], more: readonly LeftOut[]): LeftOut[] {
  const all = new Map<string, LeftOut>()
  for (const each of [...shown, ...more]) {
    const key = `${each.reason} ${each.node}`
    const before = all.get(key)
    all.set(key, before ? { ...each, count: (before.count ?? 0) + (each.count ?? 0) } : each)
  }
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}

/** Those of what is named whom these nodes name. */
const namedBy = ({ mentions, ties, leftOut }: NamedAmong, shown: ReadonlySet<NodeName>): NamedAmong => {
  const drawn = new Set([...shown, ...mentions.keys()])
  return { mentions, ties: ties.filter(({ from, to }) => drawn.has(from) && drawn.has(to)), leftOut }
}

/**
 * Nodes with all that ties them to each other, and those whom they name, where that is wanted: persons come with what names them,
 * on top of it, and never in its place. Whoever answers it logs `named`.
 */
export async function showNamed(
  { plain, ground }: NamingWalk,
  { nodes, asked }: Gathered,
  leftOut: readonly PassedOver[],
): Promise<ShownWithNamed> {
  const others = nodes.filter((node) => kindOf(node) !== 'named_person')
  const shown = await showGraph(plain, { nodes: others, asked }, leftOut)
  if (ground === null) return { ...shown, named: [] }
  const drawn = shown.nodes.map(({ node }) => node)
  const { mentions, ties, leftOut: more } = namedBy(await namedAmong(plain, ground, drawn), new Set(drawn))
  return {
    nodes: [...shown.nodes, ...[...mentions.values()].map(shownMention)],
    ties: [...shown.ties, ...ties.map((tie) => ({ ...tie, degrees: [0, 0] as const }))],
    leftOut: leftOutOf(shown.leftOut, more),
    named: [...mentions.values()],
  }
}
