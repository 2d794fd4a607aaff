import type { GraphLayout } from '@proofmark/contract/schemas/graph'

const caseOf = ({ within }: GraphLayout): string[] => (within ? [`case:${within}`] : [])

/** All that a layout names: nodes, and the case that it was narrowed to. */
export const namedIn = (layout: GraphLayout): string[] => [
  ...layout.nodes.map(({ node }) => node),
  ...layout.hidden,
  ...caseOf(layout),
]

/** The layout without the nodes that its reader may not see; what was narrowed to a case that they may not see is not. */
export const visibleLayout = ({ within, ...layout }: GraphLayout, sees: (node: string) => boolean): GraphLayout => ({
  ...layout,
  ...(within && sees(`case:${within}`) && { within }),
  nodes: layout.nodes.filter(({ node }) => sees(node)),
  hidden: layout.hidden.filter(sees),
})

/**
 * What somebody arranged, with what the version before held and they could not see: it stays where it lay, so that who sees
 * less takes nothing from who sees more.
 */
export function carriedOver(
  arranged: GraphLayout,
  before: GraphLayout | null,
  sees: (node: string) => boolean,
): GraphLayout {
  if (before === null) return arranged
  const placed = new Set(arranged.nodes.map(({ node }) => node))
  const put = new Set(arranged.hidden)
  return {
    ...arranged,
    nodes: [...arranged.nodes, ...before.nodes.filter(({ node }) => !sees(node) && !placed.has(node))],
    hidden: [...arranged.hidden, ...before.hidden.filter((node) => !sees(node) && !put.has(node))],
  }
}
