import type { RouteName } from './paths.ts'
import { DESKS, type Route } from './route.ts'
import { reviewList, reviewListRequest, reviewShow, reviewShowRequest } from './schemas/review.ts'

/** What waits for a person’s judgement, and the desk at which it is given. */
export const REVIEW_ROUTES = {
  reviewList: {
    summary: 'Pairs of records that wait for a person, those first of which a decision is worth most, with why.',
    body: reviewListRequest,
    answer: reviewList,
    roles: DESKS,
    errors: ['source_unknown'],
    audit: ['matches.listed'],
  },
  reviewShow: {
    summary: 'One pair with its rivals, what speaks for and against it, and what a verdict would change.',
    body: reviewShowRequest,
    answer: reviewShow,
    roles: DESKS,
    errors: ['not_found', 'judgement_of_itself'],
    audit: ['matches.listed', 'life.shown'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
