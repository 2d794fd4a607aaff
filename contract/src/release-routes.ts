import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import {
  releaseList,
  releaseListRequest,
  releaseMade,
  releaseRequest,
  releaseWithdrawn,
  releaseWithdrawRequest,
} from './schemas/release.ts'

/** What an owner shows to another agency. The named officer of silent sources may hold any of these roles. */
export const RELEASE_ROUTES = {
  recordsRelease: {
    summary: 'Shows records of the reader’s agency to another, on conditions and until a day. Safe to repeat.',
    body: releaseRequest,
    answer: releaseMade,
    roles: READERS,
    errors: [
      'not_found',
      'not_your_agency',
      'agency_unknown',
      'value_not_listed',
      'release_end_wrong',
      'release_id_used',
      'records_moved',
    ],
    audit: ['record.released'],
  },
  releaseWithdraw: {
    summary: 'Withdraws a release at once. Safe to repeat.',
    body: releaseWithdrawRequest,
    answer: releaseWithdrawn,
    roles: READERS,
    errors: ['not_found', 'not_your_agency', 'release_ended', 'records_moved'],
    audit: ['release.withdrawn'],
  },
  releaseList: {
    summary: 'The releases that the reader’s agency gave and received.',
    body: releaseListRequest,
    answer: releaseList,
    roles: READERS,
    errors: [],
    audit: ['release.seen'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
