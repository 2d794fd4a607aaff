import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { lifeShow, lifeShowRequest } from './schemas/life.ts'

/** The lives of items. */
export const LIFE_ROUTES = {
  lifeShow: {
    summary:
      'The life of the item that a record is of: events in order, custody, where it left lawful hands, findings.',
    body: lifeShowRequest,
    answer: lifeShow,
    roles: READERS,
    errors: ['not_found'],
    audit: ['life.shown', 'oversight.finding_filed'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
