import type { RouteName } from './paths.ts'
import { CASE_WORKERS, type Route } from './route.ts'
import {
  graphAnswer,
  graphAskRequest,
  graphConnectRequest,
  graphExpandRequest,
  graphFindings,
  graphMeasures,
  graphPaths,
} from './schemas/graph.ts'
import {
  consignmentRequest,
  consignmentShown,
  graphExportRequest,
  graphFindRequest,
  graphList,
  graphListRequest,
  graphMeasuresRequest,
  graphOpened,
  graphOpenRequest,
  graphRecorded,
  graphRecordRequest,
  graphSaved,
  graphSaveRequest,
} from './schemas/graph-work.ts'

/** Persons whom records and recoveries name are shown on the ground of a case, and each of these is an entry of its own. */
const NAMED_SEEN = ['record.persons_seen', 'recovery.persons_seen'] as const
const NAMED_REFUSED = ['case_part_needed', 'case_not_open'] as const

/** How firearms, persons, places and cases hang together, out of what the reader may see and of nothing else. */
export const GRAPH_ROUTES = {
  graphFind: {
    summary: 'Nodes to start from, by a value as a whole, the beginning of a name, a reference or a mark.',
    body: graphFindRequest,
    answer: graphAnswer,
    roles: CASE_WORKERS,
    errors: ['search_too_wide'],
    audit: ['graph.found'],
  },
  graphExpand: {
    summary: 'What nodes are tied to, step by step, the most telling first; what was left out is said with its reason.',
    body: graphExpandRequest,
    answer: graphAnswer,
    roles: CASE_WORKERS,
    errors: ['not_found', ...NAMED_REFUSED],
    audit: ['graph.expanded', 'graph.protected_seen', ...NAMED_SEEN],
  },
  graphConnect: {
    summary: 'How two nodes are connected: the short paths between them, the best evidenced first.',
    body: graphConnectRequest,
    answer: graphPaths,
    roles: CASE_WORKERS,
    errors: ['not_found', ...NAMED_REFUSED],
    audit: ['graph.connected', 'graph.protected_seen', ...NAMED_SEEN],
  },
  graphAsk: {
    summary: 'A question with its definition, its findings, and the paths that show each of them.',
    body: graphAskRequest,
    answer: graphFindings,
    roles: CASE_WORKERS,
    errors: ['not_found', 'graph_question_unfit', ...NAMED_REFUSED],
    audit: ['graph.asked', 'graph.protected_seen', ...NAMED_SEEN],
  },
  graphMeasures: {
    summary:
      'Which firearms, consignments, places and cases hang together, and what alone joins them. Never of persons.',
    body: graphMeasuresRequest,
    answer: graphMeasures,
    roles: CASE_WORKERS,
    errors: ['not_found'],
    audit: ['graph.measured'],
  },
  graphExport: {
    summary: 'Nodes and the ties between them as a file.',
    body: graphExportRequest,
    answer: 'file',
    roles: CASE_WORKERS,
    errors: ['not_found', ...NAMED_REFUSED],
    audit: ['graph.exported', 'graph.protected_seen', ...NAMED_SEEN],
  },
  graphRecord: {
    summary:
      'Records somebody whom a record or a recovery names as a thing of the case, with what names them as its source. Safe to repeat.',
    body: graphRecordRequest,
    answer: graphRecorded,
    roles: CASE_WORKERS,
    errors: ['not_found', ...NAMED_REFUSED, 'role_needs_agency', 'thing_erased', 'thing_id_used'],
    audit: ['thing.recorded', 'tie.said', ...NAMED_SEEN],
  },
  graphSave: {
    summary:
      'Keeps a layout with a case, as its next version. What others saved meanwhile is told, and nothing is lost.',
    body: graphSaveRequest,
    answer: graphSaved,
    roles: CASE_WORKERS,
    errors: ['not_found', 'case_part_needed', 'graph_version_unknown'],
    audit: ['graph.saved'],
  },
  graphOpen: {
    summary: 'A kept layout, without what its reader may not see.',
    body: graphOpenRequest,
    answer: graphOpened,
    roles: CASE_WORKERS,
    errors: ['not_found', ...NAMED_REFUSED],
    audit: ['graph.opened'],
  },
  graphList: {
    summary: 'The graphs that are kept with a case, each in its last version.',
    body: graphListRequest,
    answer: graphList,
    roles: CASE_WORKERS,
    errors: ['not_found'],
    audit: ['graph.listed'],
  },
  consignmentShow: {
    summary: 'What came together with a firearm, each with the reason why.',
    body: consignmentRequest,
    answer: consignmentShown,
    roles: CASE_WORKERS,
    errors: ['not_found'],
    audit: ['consignment.shown'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
