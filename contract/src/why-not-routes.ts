import type { RouteName } from './paths.ts'
import { READERS, type Route } from './route.ts'
import { unnumberedAnswer, unnumberedRequest } from './schemas/unnumbered.ts'
import { whyNotAnswer, whyNotRequest } from './schemas/why-not.ts'

/** Any two records, and why they are one firearm or are not. */
export const WHY_NOT_ROUTES = {
  unnumberedList: {
    summary:
      'Records without a usable number that may be of one firearm with another such record, for a person to judge.',
    body: unnumberedRequest,
    answer: unnumberedAnswer,
    roles: READERS,
    errors: ['not_found'],
    audit: ['matches.listed'],
  },
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
