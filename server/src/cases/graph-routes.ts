import type { RouteName } from '@proofmark/contract/paths'
import { insist } from '../access/insist.ts'
import type { Handlers } from '../http/endpoint.ts'
import { addNamed, placeOfNamed } from './commands/add-named.ts'
import { askGraph } from './commands/ask-graph.ts'
import { connectNodes } from './commands/connect-nodes.ts'
import { expandGraph } from './commands/expand-graph.ts'
import { exportGraph } from './commands/export-graph.ts'
import { findNodes } from './commands/find-nodes.ts'
import { keepGraph, listGraphs, openGraph } from './commands/keep-graph.ts'
import { measureGraph } from './commands/measure-graph.ts'
import { showConsignment } from './commands/show-consignment.ts'
import { presentGraph } from './present/graph.ts'
import { presentGraphFile } from './present/graph-file.ts'
import {
  presentConsignment,
  presentFindings,
  presentKept,
  presentList,
  presentMeasures,
  presentOpened,
  presentPaths,
} from './present/paths.ts'
import { inPlace } from './thing-routes.ts'

type GraphRoutes = Pick<Handlers, Extract<RouteName, `graph${string}` | 'consignmentShow'>>

/** How things hang together, out of what the reader may see. */
export function graphRoutes(): GraphRoutes {
  return {
    graphFind: async ({ body, run }) => presentGraph(await run((context) => findNodes(context, body))),
    graphExpand: async ({ body, run }) => presentGraph(await run((context) => expandGraph(context, body))),
    graphConnect: async ({ body, run }) => presentPaths(await run((context) => connectNodes(context, body))),
    graphAsk: async ({ body, run, say }) =>
      presentFindings(body.question, await run((context) => askGraph(context, body)), say),
    graphMeasures: async ({ body, run, say }) =>
      presentMeasures(await run((context) => measureGraph(context, body)), say),
    graphExport: async ({ body, run, say }) =>
      presentGraphFile(await run((context) => exportGraph(context, body)), body.form, say),
    graphRecord: async (call) => ({ thing: await inPlace(placeOfNamed, addNamed)(call) }),
    graphSave: async ({ body, runLater }) =>
      presentKept(body.graph, await insist(runLater, (context) => keepGraph(context, body))),
    graphOpen: async ({ body, run }) => presentOpened(body.case, await run((context) => openGraph(context, body))),
    graphList: async ({ body, run }) => presentList(await run((context) => listGraphs(context, body.case))),
    consignmentShow: async ({ body, run, say }) =>
      presentConsignment(await run((context) => showConsignment(context, body.record)), say),
  }
}
