import type { StylesheetJson } from 'cytoscape'
import { DASHES } from '../picture/picture.ts'
import { CORNERS, FILLS, REACH, SHAPES } from '../picture/shapes.ts'
import type { Inks } from '../picture/svg.ts'

const FACE = '"Plex Sans", "Plex Sans Arabic", sans-serif'

/** How the canvas is drawn: ink on paper, a shape for each sort of thing, a line for each standing. */
export function styleOf(inks: Inks): StylesheetJson {
  const fills = { ink: inks.ink, tint: inks.tint, paper: inks.paper }
  return [
    {
      selector: 'node',
      style: {
        width: 2 * REACH,
        height: 2 * REACH,
        'background-color': inks.paper,
        'border-width': 1.5,
        'border-color': inks.ink,
        label: 'data(label)',
        color: inks.ink,
        'font-family': FACE,
        'font-size': 12,
        'text-wrap': 'wrap',
        'text-max-width': '140px',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-background-color': inks.paper,
        'text-background-opacity': 0.85,
        'min-zoomed-font-size': 7,
        'overlay-opacity': 0,
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
          'background-color': fills[FILLS[shape]],
        },
      }
    }),
    {
      selector: ':parent',
      style: {
        shape: 'rectangle',
        'background-opacity': 0,
        'border-color': inks.line,
        'border-width': 1,
        padding: '24px',
        'text-valign': 'top',
        'text-margin-y': -4,
        'font-weight': 600,
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-color': inks.line,
        'target-arrow-color': inks.line,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'curve-style': 'bezier',
        color: inks.quiet,
        'font-family': FACE,
        'font-size': 12,
        'text-background-color': inks.paper,
        'text-background-opacity': 0.85,
        'min-zoomed-font-size': 9,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[?named], edge.named', style: { label: 'data(label)' } },
    ...(['assessment', 'lead'] as const).map((standing) => ({
      selector: `edge[standing = "${standing}"]`,
      style: { 'line-style': 'dashed' as const, 'line-dash-pattern': [...DASHES[standing]] },
    })),
    {
      selector: '.here',
      style: { 'outline-width': 3, 'outline-color': inks.ink, 'outline-offset': 4, 'z-index': 10 },
    },
    { selector: 'edge.here', style: { width: 4, 'line-color': inks.ink, 'target-arrow-color': inks.ink } },
  ]
}
