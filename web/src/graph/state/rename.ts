import type { GraphAnswer, NodeName } from '@proofmark/contract/schemas/graph'
import type { Arrangement } from './arrangement.ts'

/**
 * What nodes that were asked for are called in the answer. A firearm bears the name of one of its records, and another
 * one where the reader asked by another, or may see other records now.
 */
export function namesIn(asked: readonly NodeName[], { nodes }: GraphAnswer): ReadonlyMap<NodeName, NodeName> {
  const answered = new Set(nodes.map(({ node }) => node))
  const byRecord = new Map(
    nodes.flatMap(({ node, kind, records }) =>
      kind === 'firearm' ? records.map((record) => [record, node] as const) : [],
    ),
  )
  return new Map(
    asked.flatMap((name) => {
      if (answered.has(name)) return [[name, name] as const]
      const [kind, identifier = ''] = name.split(':')
      const other = kind === 'firearm' || kind === 'record' ? byRecord.get(identifier) : undefined
      return other === undefined ? [] : [[name, other] as const]
    }),
  )
}

/** The same arrangement under the names of an answer. Two that turned out to be one stand where the first stood. */
export function renamed(arrangement: Arrangement, names: ReadonlyMap<NodeName, NodeName>): Arrangement {
  const now = (name: NodeName) => names.get(name) ?? name
  if ([...names].every(([before, after]) => before === after)) return arrangement
  const spots = new Map([...arrangement.spots].toReversed().map(([name, spot]) => [now(name), spot] as const))
  return {
    ...arrangement,
    spots: new Map([...spots].toReversed()),
    hidden: new Set([...arrangement.hidden].map(now)),
  }
}
