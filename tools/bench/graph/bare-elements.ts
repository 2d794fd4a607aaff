import type { ElementDefinition, StylesheetJson } from 'cytoscape'
import type { GraphAnswer } from '../../../contract/src/schemas/graph.ts'
import { DASHES } from '../../../web/src/graph/picture/picture.ts'
import { placesFor } from '../../../web/src/graph/picture/place.ts'
import { CORNERS, FILLS, REACH, SHAPES, shapeOf } from '../../../web/src/graph/picture/shapes.ts'
import { ON_PAPER } from '../../../web/src/graph/picture/svg.ts'

const inks = { ink: ON_PAPER.ink, tint: ON_PAPER.tint, paper: ON_PAPER.paper }

/** A graph as cytoscape takes it: the same places, shapes, lines and texts as the page draws. */
export function bareElements({ nodes, edges }: GraphAnswer): { elements: ElementDefinition[]; style: StylesheetJson } {
  const places = placesFor(
    new Map(),
    nodes.map(({ node }) => node),
    edges.map(({ from, to }) => [from, to] as const),
  )
  return {
    elements: [
      ...nodes.map((node) => ({
        data: { id: node.node, shape: shapeOf(node), label: `${node.label}\n${node.kind}` },
        position: { ...places.get(node.node)! },
      })),
      ...edges.map(({ id, from, to, kind, relation }) => ({
        data: { id, source: from, target: to, standing: kind, label: kind === 'fact' ? '' : `${relation}, ${kind}` },
      })),
    ],
    style: [
      {
        selector: 'node',
        style: {
          width: 2 * REACH,
          height: 2 * REACH,
          'border-width': 1.5,
          'border-color': inks.ink,
          label: 'data(label)',
          color: inks.ink,
          'font-size': 12,
          'text-wrap': 'wrap',
          'text-valign': 'bottom',
          'min-zoomed-font-size': 7,
        },
      },
      ...SHAPES.map((shape) => {
        const corners = CORNERS[shape]
        return {
          selector: `node[shape = "${shape}"]`,
          style: {
            ...(corners === null
              ? { shape: 'ellipse' as const }
              : { shape: 'polygon' as const, 'shape-polygon-points': corners.flat().join(' ') }),
            'background-color': inks[FILLS[shape]],
          },
        }
      }),
      {
        selector: 'edge',
        style: {
          width: 1.5,
          label: 'data(label)',
          color: ON_PAPER.quiet,
          'font-size': 12,
          'line-color': ON_PAPER.line,
          'target-arrow-color': ON_PAPER.line,
          'target-arrow-shape': 'triangle',
          'curve-style': 'bezier',
          'min-zoomed-font-size': 9,
        },
      },
      ...(['assessment', 'lead'] as const).map((standing) => ({
        selector: `edge[standing = "${standing}"]`,
        style: { 'line-style': 'dashed' as const, 'line-dash-pattern': [...DASHES[standing]] },
      })),
    ],
  }
}
