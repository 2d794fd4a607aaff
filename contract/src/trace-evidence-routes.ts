import type { RouteName } from './paths.ts'
import { type Route, TRACERS } from './route.ts'
import { traceEvidenceRequest } from './schemas/trace-evidence.ts'

/** A trace for a court, to be checked without this software. */
export const TRACE_EVIDENCE_ROUTES = {
  traceEvidence: {
    summary:
      'The evidence package of a trace: documents, data, hashes, proofs of the exchange ledger and what handling keeps back, as one ZIP that tools/verify.mjs checks.',
    body: traceEvidenceRequest,
    answer: 'file',
    roles: TRACERS,
    errors: ['not_found', 'evidence_nothing_sent', 'ledger_waits'],
    audit: ['trace.evidence_made'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
