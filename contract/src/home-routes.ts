import type { RouteName } from './paths.ts'
import type { Route } from './route.ts'
import { homeShow } from './schemas/home.ts'

/** Where a person's work begins. */
export const HOME_ROUTES = {
  homeShow: {
    summary: 'What waits for the reader, by their roles: numbers alone, and only where something waits.',
    body: null,
    answer: homeShow,
    query: {
      after: 'Of what came to the desk, only what came after this moment.',
      met: 'Of meetings over what was asked or is kept, only those of which was told after this moment.',
      operations: 'Of meetings over what is planned, only those of which was told after this moment.',
      only: 'These kinds alone, with a comma between them.',
    },
    roles: [],
    errors: [],
    audit: [],
  },
} as const satisfies Partial<Record<RouteName, Route>>
