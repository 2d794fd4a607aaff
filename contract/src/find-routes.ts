import type { ErrorCode } from './errors.ts'
import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { findAnswer, findListAnswer, findRequest } from './schemas/find.ts'
import { searchAnswer, searchRequest } from './schemas/search.ts'

const LIST_QUERY = {
  file: 'Name of the file.',
  purpose: 'Why the reader looks, a word of the list of purposes.',
  reference: 'Reference of the case.',
} as const
const LIST_ERRORS = [
  'purpose_needed',
  'file_unreadable',
  'columns_missing',
  'search_busy',
  'search_too_slow',
] as const satisfies readonly ErrorCode[]

/** Looking marks up, one or a list of them, and searching words. */
export const FIND_ROUTES = {
  find: {
    summary: 'Finds the records that a mark may belong to, best first.',
    body: findRequest,
    answer: findAnswer,
    roles: READERS,
    errors: ['pattern_unreadable', 'pattern_not_searched', 'pattern_too_open', 'search_busy', 'search_too_slow'],
    audit: ['record.found'],
  },
  findList: {
    summary: 'Looks up every row of a CSV or XLSX file, each as a search of its own: the best candidates by row.',
    body: 'file',
    answer: findListAnswer,
    query: LIST_QUERY,
    roles: READERS,
    errors: LIST_ERRORS,
    audit: ['record.found'],
  },
  findListTable: {
    summary: 'The same as a table to be taken away: the best candidate of each row beside what it asked for.',
    body: 'file',
    answer: 'csv',
    query: LIST_QUERY,
    roles: READERS,
    errors: LIST_ERRORS,
    audit: ['record.found'],
  },
  search: {
    summary: 'Finds the records that state words in key, reference, place or reason, latest event first.',
    body: searchRequest,
    answer: searchAnswer,
    roles: READERS,
    errors: ['search_empty', 'search_too_long', 'search_too_wide', 'search_busy', 'search_too_slow'],
    audit: ['record.searched'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
