import { STANDINGS } from '@proofmark/contract/case-words'
import type { Say } from '@proofmark/contract/messages'
import { SHAPES, shapeOf } from './picture/shapes.ts'
import type { Meanings } from './picture/svg.ts'
import type { Shown } from './state/shown.ts'

/** What the shapes and lines of this picture mean; those that it does not have are left out. */
export function meaningsOf({ nodes, edges }: Pick<Shown, 'nodes' | 'edges'>, say: Say): Meanings {
  const shapes = new Set(nodes.map(({ node }) => shapeOf(node)))
  const standings = new Set(edges.map(({ kind }) => kind))
  return {
    shapes: SHAPES.filter((shape) => shapes.has(shape)).map((shape) => ({
      shape,
      text: say(`graph.page.shape.${shape}`),
    })),
    standings: STANDINGS.filter((standing) => standings.has(standing)).map((standing) => ({
      standing,
      word: say(`graph.standing.${standing}`),
      text: say(`graph.page.standing_means.${standing}`),
    })),
  }
}
