import * as z from 'zod'
import type { AuditAction } from './audit-events.ts'
import type { ErrorCode } from './errors.ts'
import { PATHS, type RouteName } from './paths.ts'
import type { Role } from './roles.ts'
import { findAnswer, findRequest, recordShow, recordShowRequest } from './schemas/find.ts'
import { importSummary } from './schemas/import.ts'
import { logRead, logReadRequest, logVerify, logVerifyRequest } from './schemas/log.ts'
import { noticeList, pointerAnswer, pointerRequest } from './schemas/pointer.ts'
import { session, sessionOpenRequest } from './schemas/session.ts'
import { source, sourceAddRequest, sourceList } from './schemas/source.ts'

const done = z.object({ done: z.literal(true) })
const health = z.object({ status: z.literal('ok') })

/** What one route promises. `roles` empty: any signed-in person; null: nobody need be signed in. */
export interface Route {
  readonly summary: string
  readonly body: z.ZodType | 'file' | null
  readonly answer: z.ZodType
  readonly roles: readonly Role[] | null
  readonly errors: readonly ErrorCode[]
  readonly audit: readonly AuditAction[]
}

const READERS = ['recorder', 'trace_officer', 'analyst', 'data_steward'] as const satisfies readonly Role[]

export const ROUTES = {
  health: { summary: 'The process answers.', body: null, answer: health, roles: null, errors: [], audit: [] },
  ready: {
    summary: 'The process and its database answer.',
    body: null,
    answer: health,
    roles: null,
    errors: ['unavailable'],
    audit: [],
  },
  openapi: {
    summary: 'This description.',
    body: null,
    answer: z.record(z.string(), z.unknown()),
    roles: null,
    errors: [],
    audit: [],
  },
  sessionOpen: {
    summary: 'Opens a session with the token of a sign-in link.',
    body: sessionOpenRequest,
    answer: session,
    roles: null,
    errors: ['sign_in_link_refused'],
    audit: ['session.opened', 'session.refused'],
  },
  sessionShow: {
    summary: 'Who is signed in, and for what.',
    body: null,
    answer: session,
    roles: [],
    errors: [],
    audit: [],
  },
  sessionClose: {
    summary: 'Ends the session.',
    body: null,
    answer: done,
    roles: [],
    errors: [],
    audit: ['session.closed'],
  },
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
  importFile: {
    summary: 'Imports a CSV file into a source; with ?preview=true nothing is kept.',
    body: 'file',
    answer: importSummary,
    roles: ['recorder', 'data_steward'],
    errors: ['source_unknown', 'file_unreadable', 'columns_missing', 'not_your_agency'],
    audit: ['import.done'],
  },
  find: {
    summary: 'Finds the records that a mark may belong to, best first.',
    body: findRequest,
    answer: findAnswer,
    roles: READERS,
    errors: ['pattern_unreadable', 'pattern_not_searched', 'pattern_too_open'],
    audit: ['record.found'],
  },
  recordShow: {
    summary: 'Shows one record, as stated and as read.',
    body: recordShowRequest,
    answer: recordShow,
    roles: READERS,
    errors: ['not_found'],
    audit: ['record.seen'],
  },
  pointerAsk: {
    summary: 'Asks other agencies whether they keep a record of the firearm of one of our own.',
    body: pointerRequest,
    answer: pointerAnswer,
    roles: ['trace_officer', 'analyst'],
    errors: ['not_found', 'not_your_agency', 'mark_too_weak'],
    audit: ['pointer.asked', 'pointer.given'],
  },
  noticeList: {
    summary: 'What waits for this reader’s desk.',
    body: null,
    answer: noticeList,
    roles: READERS,
    errors: [],
    audit: ['notice.seen'],
  },
  logRead: {
    summary: 'Reads the access log; reading it is itself logged.',
    body: logReadRequest,
    answer: logRead,
    roles: ['data_protection_officer'],
    errors: [],
    audit: ['log.read'],
  },
  logVerify: {
    summary: 'Checks the access log against its tree and checkpoints.',
    body: logVerifyRequest,
    answer: logVerify,
    roles: ['data_protection_officer', 'administrator'],
    errors: [],
    audit: ['log.verified'],
  },
} as const satisfies Record<RouteName, Route>

export { PATHS }
