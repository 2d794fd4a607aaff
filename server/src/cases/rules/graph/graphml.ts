/** A value of one of the columns, or null where there is none. */
export type Cell = string | number | null

export interface GraphFile {
  readonly nodes: readonly { readonly id: string; readonly data: Readonly<Record<string, Cell>> }[]
  readonly edges: readonly {
    readonly id: string
    readonly from: string
    readonly to: string
    readonly data: Readonly<Record<string, Cell>>
  }[]
}

/** Characters that XML 1.0 cannot hold, however they are written. */
// The ranges are the specification's.
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

export const xmlText = (text: string): string =>
  text.replaceAll(IMPOSSIBLE, '\uFFFD').replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!)

const keysOf = (list: readonly { readonly data: object }[]): string[] => [
  ...new Set(list.flatMap(({ data }) => Object.keys(data))),
]

const dataOf = (data: Readonly<Record<string, Cell>>, prefix: string): string =>
  Object.entries(data)
    .flatMap(([key, value]) => (value === null ? [] : [`<data key="${prefix}${key}">${xmlText(String(value))}</data>`]))
    .join('')

/** A graph as GraphML (graphml.graphdrawing.org), as other tools read it. */
export function graphml({ nodes, edges }: GraphFile): string {
  const keys = [
    ...keysOf(nodes).map((key) => `<key id="n_${key}" for="node" attr.name="${key}" attr.type="string"/>`),
    ...keysOf(edges).map((key) => `<key id="e_${key}" for="edge" attr.name="${key}" attr.type="string"/>`),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodes.map(({ id, data }) => `<node id="${xmlText(id)}">${dataOf(data, 'n_')}</node>`),
    ...edges.map(
      ({ id, from, to, data }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${dataOf(data, 'e_')}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}
