import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { source, sourceAddRequest, sourceList, sourceRecords, sourceRecordsRequest } from './schemas/source.ts'

/** The sources that agencies keep, and what stands in one. */
export const SOURCE_ROUTES = {
  sourceList: {
    summary: 'The sources that this reader may see.',
    body: null,
    answer: sourceList,
    roles: [],
    errors: [],
    audit: [],
  },
  sourceAdd: {
    summary: 'Adds a source that an agency keeps.',
    body: sourceAddRequest,
    answer: source,
    roles: ['data_steward'],
    errors: ['agency_unknown', 'name_taken', 'not_your_agency'],
    audit: ['source.added'],
  },
  sourceRecords: {
    summary: 'The records of one source, those that its last import brought first.',
    body: sourceRecordsRequest,
    answer: sourceRecords,
    roles: READERS,
    errors: ['not_found'],
    audit: ['records.listed'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
