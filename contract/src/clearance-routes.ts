import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { clearanceLetGoRequest, clearanceList, clearanceListRequest } from './schemas/clearance.ts'

/** What is not destroyed because somebody waits for it. */
export const CLEARANCE_ROUTES = {
  clearanceList: {
    summary:
      'What is held for traces of the reader’s agency, and what is held under custodies that the reader oversees; none for anybody else.',
    body: clearanceListRequest,
    answer: clearanceList,
    roles: READERS,
    errors: [],
    audit: ['clearance.listed'],
  },
  clearanceLetGo: {
    summary: 'Says that a trace needs the exhibit no longer, although it is open. Safe to repeat.',
    body: clearanceLetGoRequest,
    answer: clearanceList,
    roles: READERS,
    errors: ['not_found'],
    audit: ['clearance.let_go', 'clearance.listed'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
