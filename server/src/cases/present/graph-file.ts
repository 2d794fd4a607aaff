import type { Say } from '@proofmark/contract/messages'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { ShownGraph } from '../queries/shown-graph.ts'
import { type GraphFile, graphml } from '../rules/graph/graphml.ts'
import { kindOf } from '../rules/graph/node.ts'

/** How much of a tie's standing, grade and time there is; persons have no figure, and none is made here. */
function fileOf({ nodes, ties }: ShownGraph): GraphFile {
  return {
    nodes: nodes.map(({ node, label, fromDay, toDay }) => ({
      id: node,
      data: { kind: kindOf(node), label, fromDay, toDay },
    })),
    edges: ties.map(({ id, from, to, relation, kind, fromDay, toDay, grade, case: of, records, said }) => ({
      ...{ id, from, to },
      data: {
        ...{ relation, kind, fromDay, toDay, grade, case: of, records: records.join(' ') },
        ...{ saidBy: said?.by ?? null, saidByAgency: said?.agency ?? null, saidOn: said?.on ?? null },
      },
    })),
  }
}

const COLUMNS = [
  'from',
  'from_label',
  'relation',
  'kind',
  'to',
  'to_label',
  'from_day',
  'to_day',
  'grade',
  'case',
  'records',
  'said_by',
  'said_by_agency',
  'said_on',
]

/** A line for each tie, and one for each node that has none. */
function csv({ nodes, ties }: ShownGraph, say: Say): string {
  const labels = new Map(nodes.map(({ node, label }) => [node, label ?? '']))
  const tiedNodes = new Set(ties.flatMap(({ from, to }) => [from, to]))
  const alone = nodes.filter(({ node }) => !tiedNodes.has(node))
  const lines = [
    COLUMNS,
    ...ties.map(({ from, to, relation, kind, fromDay, toDay, grade, case: of, records, said }) => [
      ...[from, labels.get(from)!, say(`connect.relation.${relation}`), say(`connect.standing.${kind}`)],
      ...[to, labels.get(to)!, fromDay ?? '', toDay ?? '', grade ?? '', of ?? '', records.join(' ')],
      ...[said?.by ?? '', said?.agency ?? '', said?.on ?? ''],
    ]),
    ...alone.map(({ node, label, fromDay, toDay }) => [
      ...[node, label ?? '', '', '', '', '', fromDay ?? '', toDay ?? '', '', '', '', '', '', ''],
    ]),
  ]
  // With a byte-order mark, without which spreadsheets misread what is not ASCII.
  return `\uFEFF${lines.map((cells) => spreadsheetLine(cells)).join('')}`
}

/** A graph as a file that may be opened elsewhere. */
export function presentGraphFile(graph: ShownGraph, form: 'csv' | 'graphml', say: Say) {
  const [text, mediaType] =
    form === 'csv' ? [csv(graph, say), 'text/csv; charset=utf-8'] : [graphml(fileOf(graph)), 'application/graphml+xml']
  return { file: `graph.${form}`, mediaType, bytes: new TextEncoder().encode(text) }
}
