import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { oversightList, oversightListRequest, passedOn, passOnRequest } from './schemas/oversight.ts'

/** Findings against a custodian, before anybody else sees them. */
export const OVERSIGHT_ROUTES = {
  oversightList: {
    summary: 'The findings against custodians whose custody the reader oversees; none for anybody else.',
    body: oversightListRequest,
    answer: oversightList,
    roles: READERS,
    errors: [],
    audit: ['oversight.findings_seen'],
  },
  oversightPassOn: {
    summary: 'Passes a finding on to those whose records bear it. Safe to repeat: the first time counts.',
    body: passOnRequest,
    answer: passedOn,
    roles: READERS,
    errors: ['not_found'],
    audit: ['oversight.finding_passed_on'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
