import type { RouteName } from './paths.ts'
import { DESKS, type Route } from './route.ts'
import { courtText, courtTextRequest } from './schemas/court-text.ts'
import { reviewList, reviewListRequest, reviewShow, reviewShowRequest } from './schemas/review.ts'
import {
  manyDecided,
  manyDecideRequest,
  manyPreview,
  manyPreviewRequest,
  manyWithdrawn,
  manyWithdrawRequest,
} from './schemas/review-many.ts'

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
  reviewManyPreview: {
    summary: 'Which pairs a decision over many would be about, those for which least speaks, and what would be joined.',
    body: manyPreviewRequest,
    answer: manyPreview,
    roles: DESKS,
    errors: ['source_unknown'],
    audit: ['matches.listed'],
  },
  reviewManyDecide: {
    summary: 'Judges many pairs alike and for one reason; each judgement bears that it was decided among many.',
    body: manyDecideRequest,
    answer: manyDecided,
    roles: DESKS,
    errors: ['not_found', 'judgement_of_itself', 'judgement_id_used'],
    audit: ['judgement.made'],
  },
  reviewManyWithdraw: {
    summary: 'Takes back what still stands of a decision over many.',
    body: manyWithdrawRequest,
    answer: manyWithdrawn,
    roles: DESKS,
    errors: ['judgement_not_yours'],
    audit: ['judgement.withdrawn'],
  },
  courtText: {
    summary: 'What may be said in court of the records of a firearm: agreements, disagreements and rivals in words.',
    body: courtTextRequest,
    answer: courtText,
    roles: DESKS,
    errors: ['not_found', 'court_unconfirmed', 'court_alone'],
    audit: ['court_text.written'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
