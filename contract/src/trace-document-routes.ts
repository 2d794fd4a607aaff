import type { RouteName } from './paths.ts'
import { type Route, TRACERS } from './route.ts'
import { traceDocumentRequest } from './schemas/trace-document.ts'

/** A trace on paper and as a file, for channels that no software reaches. */
export const TRACE_DOCUMENT_ROUTES = {
  traceDocument: {
    summary:
      'A request that left or came, or the last reply to it, as PDF/A, as CSV in the shape of ATF F 3312.1 or iARMS, or as data; refused where its handling codes forbid the audience.',
    body: traceDocumentRequest,
    answer: 'file',
    roles: TRACERS,
    errors: [
      'not_found',
      'trace_unsent',
      'trace_unanswered',
      'handling_forbids',
      'permission_unknown',
      'document_too_large',
      'document_not_set',
    ],
    audit: ['trace.document_taken'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
