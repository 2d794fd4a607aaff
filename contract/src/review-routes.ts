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
import {
  assignedAnswer,
  assignRequest,
  colleagueList,
  opinionAsked,
  opinionRequest,
  reviewAgreement,
  reviewWork,
  reviewWorkRequest,
} from './schemas/review-work.ts'

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
  colleagueList: {
    summary: 'Who else of the reader’s agency may judge.',
    body: null,
    answer: colleagueList,
    roles: DESKS,
    errors: [],
    audit: [],
  },
  reviewAssign: {
    summary: 'Takes a pair, gives it to a colleague of the same agency, or gives it back.',
    body: assignRequest,
    answer: assignedAnswer,
    roles: DESKS,
    errors: ['not_found', 'judgement_of_itself'],
    audit: ['review.assigned'],
  },
  opinionAsk: {
    summary: 'Asks a colleague for a verdict of their own; until they gave it they see no judgement of the pair.',
    body: opinionRequest,
    answer: opinionAsked,
    roles: DESKS,
    errors: ['not_found', 'judgement_of_itself', 'opinion_not_independent'],
    audit: ['opinion.asked'],
  },
  reviewWork: {
    summary:
      'Verdicts that wait for a second person, opinions that are asked of the reader, and what came of the reader’s own.',
    body: reviewWorkRequest,
    answer: reviewWork,
    roles: DESKS,
    errors: [],
    audit: ['matches.listed'],
  },
  reviewAgreement: {
    summary: 'How far people who judged the same pairs, each for themselves, agree.',
    body: null,
    answer: reviewAgreement,
    roles: DESKS,
    errors: [],
    audit: [],
  },
  courtText: {
    summary: 'What may be said in court of the records of a firearm: agreements, disagreements and rivals in words.',
    body: courtTextRequest,
    answer: courtText,
    roles: DESKS,
    errors: ['not_found', 'court_unconfirmed', 'court_alone', 'court_intelligence'],
    audit: ['court_text.written'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
