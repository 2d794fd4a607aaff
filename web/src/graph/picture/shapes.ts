import type { NodeKind } from '@proofmark/contract/case-words'
import type { GraphNode } from '@proofmark/contract/schemas/graph'

/** How nodes are drawn: by what sort of thing they are. The word beneath says which; no colour does. */
export type Shape = 'firearm' | 'object' | 'paper' | 'person' | 'body' | 'place' | 'number' | 'door'

export const SHAPES: readonly Shape[] = ['firearm', 'object', 'paper', 'person', 'body', 'place', 'number', 'door']

const BY_KIND: Readonly<Record<NodeKind, Shape>> = {
  firearm: 'firearm',
  recovery: 'object',
  exhibit: 'object',
  fired_item: 'object',
  consignment: 'object',
  parcel: 'object',
  vehicle: 'object',
  record: 'paper',
  trace: 'paper',
  ballistic_result: 'paper',
  pointer: 'door',
  case: 'paper',
  listing: 'paper',
  event: 'paper',
  person: 'person',
  named_person: 'person',
  organisation: 'body',
  group: 'body',
  place: 'place',
  stated_place: 'place',
  country: 'place',
  address: 'place',
  route: 'place',
  telephone: 'number',
  account: 'number',
}

/** What a node is drawn as; somebody else's is a door. */
export function shapeOf({ kind, pointer }: Pick<GraphNode, 'kind' | 'pointer'>): Shape {
  return pointer === null ? BY_KIND[kind] : 'door'
}

/** Half of its width and height, in pixels. */
export const REACH = 13

type Corner = readonly [number, number]

const SQUARE: readonly Corner[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
]

/** The corners of each shape, from −1 to 1. Null: a circle. The one table that screen, paper and file are drawn from. */
export const CORNERS: Readonly<Record<Shape, readonly Corner[] | null>> = {
  firearm: SQUARE,
  object: SQUARE,
  paper: [
    [-0.8, -1],
    [0.35, -1],
    [0.8, -0.5],
    [0.8, 1],
    [-0.8, 1],
  ],
  person: null,
  body: [
    [-0.55, -0.95],
    [0.55, -0.95],
    [1, 0],
    [0.55, 0.95],
    [-0.55, 0.95],
    [-1, 0],
  ],
  place: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  number: [
    [0, -0.95],
    [1, 0.85],
    [-1, 0.85],
  ],
  // A frame that somebody else opens.
  door: [
    [-0.8, 1],
    [-0.8, -1],
    [0.8, -1],
    [0.8, 1],
    [0.5, 1],
    [0.5, -0.7],
    [-0.5, -0.7],
    [-0.5, 1],
  ],
}

/** Is it filled with ink, with the tint, or with paper? */
export const FILLS: Readonly<Record<Shape, 'ink' | 'tint' | 'paper'>> = {
  firearm: 'ink',
  object: 'paper',
  paper: 'paper',
  person: 'tint',
  body: 'tint',
  place: 'paper',
  number: 'paper',
  door: 'ink',
}
