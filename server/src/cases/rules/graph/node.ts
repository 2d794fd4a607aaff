import type { NodeKind } from '@proofmark/contract/case-words'

/** A node as it is named everywhere: `kind:identifier`. A firearm bears the smallest of its records that the reader may see. */
export type NodeName = string

export const nodeNamed = (kind: NodeKind, id: string): NodeName => `${kind}:${id}`
export const kindOf = (node: NodeName): NodeKind => node.slice(0, node.indexOf(':')) as NodeKind
export const idOf = (node: NodeName): string => node.slice(node.indexOf(':') + 1)

/** What stands for a record of a firearm, under whichever of its names. */
export const isOfRecord = (node: NodeName): boolean => kindOf(node) === 'firearm' || kindOf(node) === 'record'

const SOMEBODY: ReadonlySet<NodeKind> = new Set<NodeKind>(['person', 'group', 'organisation', 'named_person'])

/** A person, or a group of them: nobody is measured, and so no figure is told of it. */
export const isSomebody = (kind: NodeKind): boolean => SOMEBODY.has(kind)

/** The identifiers of those nodes that are of one of these kinds, each once. */
export const idsOf = (nodes: readonly NodeName[], ...kinds: readonly NodeKind[]): string[] => [
  ...new Set(nodes.filter((node) => kinds.includes(kindOf(node))).map(idOf)),
]
