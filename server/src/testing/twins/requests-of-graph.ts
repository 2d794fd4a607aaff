import { GRAPH_QUESTIONS } from '@proofmark/contract/case-words'
import { countryNode } from '../../cases/rules/graph/country-node.ts'
import { mentionNode } from '../../cases/rules/graph/named/mention.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { HIDDEN_GRAPH, SHOWN_GRAPH } from './graph-rows.ts'
import { heldBy } from './rows.ts'
import { identifierOf, recordIn, TWIN_SECRET } from './twin.ts'

/** Of the police, of others, and none. */
const RECORDS = [
  recordIn('Police', 'register', 'L-2'),
  recordIn('Customs', 'covert', 'HC-2'),
  recordIn('Police', 'register', 'none'),
]
const NODES = [
  ...RECORDS.map((record) => `record:${record}`),
  ...[...SHOWN_GRAPH.nodes, ...HIDDEN_GRAPH.nodes, `person:${identifierOf('nobody')}`],
]
/** Where records say that it happened, and the country of a route that both of them took. */
const PLACES = [...RECORDS.map((record) => `stated_place:${record}`), countryNode('XB')]
/** Whom the police register says to hold its third firearm. */
const HELD_ON_LIST = mentionNode(TWIN_SECRET, { kind: 'record', id: RECORDS[0]! }, 'holder', heldBy(2))
const CASES = [SHOWN_GRAPH.case, HIDDEN_GRAPH.case, identifierOf('no case')]
const graphIn = (of: string) => identifierOf(`graph of ${of}`)
const asked = (more: object) => ({ body: { ...more, grounds: GROUNDS } })
const layoutOf = (nodes: readonly string[]) => ({
  name: 'a graph',
  nodes: nodes.map((node, at) => ({ node, x: at, y: at })),
})

/** What is asked of how things hang together. */
export const requestsOfGraph = {
  graphFind: () => each(['police', 'hidden', 'L-2', 'TKR10069'], (text) => asked({ text })),
  graphExpand: () => [
    ...each(NODES, (node) => asked({ nodes: [node], steps: 3, most: 500 })),
    asked({ nodes: NODES, steps: 2, relevance: false, protectedPersons: true }),
    asked({ nodes: [...NODES, ...PLACES, `pointer:${identifierOf('nobody')}`], steps: 2, places: true }),
    ...each(CASES, (of) => asked({ nodes: NODES, steps: 2, within: of })),
    ...each(CASES, (of) =>
      asked({ nodes: NODES, steps: 2, named: { case: of, drawn: NODES }, protectedPersons: true }),
    ),
  ],
  graphConnect: () => [
    ...each(NODES.slice(1), (to) => asked({ from: SHOWN_GRAPH.nodes[0]!, to })),
    ...each(NODES.slice(1), (to) => asked({ from: SHOWN_GRAPH.nodes[0]!, to, inOrder: true })),
    ...each(PLACES, (to) => asked({ from: NODES[0]!, to, places: true })),
    ...each(NODES.slice(1), (to) => asked({ from: NODES[0]!, to, named: { case: SHOWN_GRAPH.case, drawn: NODES } })),
  ],
  graphAsk: () =>
    each(GRAPH_QUESTIONS, (question) =>
      asked({ question, nodes: [...NODES, ...SHOWN_GRAPH.nodes], since: '2020-01-01' }),
    ),
  graphMeasures: () => [asked({ nodes: NODES, since: '2020-01-01' })],
  graphExport: () =>
    each(['csv', 'graphml'], (form) => asked({ form, nodes: NODES, named: { case: SHOWN_GRAPH.case } })),
  graphRecord: () =>
    each([...RECORDS, identifierOf('police route')], (id) =>
      asked({ case: SHOWN_GRAPH.case, by: `record:${id}`, named: HELD_ON_LIST }),
    ),
  graphSave: () => [
    ...each(CASES, (of) => asked({ graph: graphIn(of), case: of, base: 0, layout: layoutOf(NODES) })),
    ...each(CASES, (within) =>
      asked({
        ...{ graph: graphIn(`within ${within}`), case: SHOWN_GRAPH.case, base: 0 },
        layout: { ...layoutOf(NODES), within, places: true },
      }),
    ),
  ],
  graphOpen: () => each(CASES, (of) => asked({ graph: graphIn(of), case: of, named: { case: of } })),
  graphList: () => each(CASES, (of) => asked({ case: of })),
  consignmentShow: () => each([...RECORDS, recordIn('Police', 'deliveries', 'D-0')], (record) => asked({ record })),
} as const satisfies Partial<RequestMakers>
