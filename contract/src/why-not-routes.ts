import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { whyNotAnswer, whyNotRequest } from './schemas/why-not.ts'

/** Any two records, and why they are one firearm or are not. */
export const WHY_NOT_ROUTES = {
  whyNot: {
    summary:
      'Why two records are one firearm, or are not: evidence, path, what was left out, thresholds, rivals, judgements.',
    body: whyNotRequest,
    answer: whyNotAnswer,
    roles: READERS,
    errors: ['not_found', 'judgement_of_itself', 'source_unknown', 'source_ambiguous'],
    audit: ['pair.examined'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
