import type { RouteName } from './paths.ts'
import { ASKERS, DESKS, READERS, type Route } from './route.ts'
import { noticeCount, noticeList, pointerAnswer, pointerRequest } from './schemas/pointer.ts'
import {
  answerRequest,
  questionAnswered,
  questionAsked,
  questionList,
  questionRequest,
  questionWithdrawn,
} from './schemas/question.ts'

/** What one agency asks of another: pointers, questions to desks, and the notices of both. */
export const POINTER_ROUTES = {
  pointerAsk: {
    summary: 'Asks other agencies whether they keep a record of the firearm of one of our own.',
    body: pointerRequest,
    answer: pointerAnswer,
    roles: ASKERS,
    errors: ['not_found', 'not_your_agency', 'mark_too_weak'],
    audit: ['pointer.asked', 'pointer.given'],
  },
  questionAsk: {
    summary:
      'Sends the description of a firearm to the desks of other agencies. The answer does not depend on what they hold.',
    body: questionRequest,
    answer: questionAsked,
    roles: ASKERS,
    errors: [
      'not_found',
      'not_your_agency',
      'pattern_unreadable',
      'question_empty',
      'question_id_used',
      'agency_unknown',
      'value_not_listed',
      'desks_missing',
    ],
    audit: ['question.asked'],
  },
  questionList: {
    summary: 'The questions that the reader’s agency asked, with their answers, and those that it was asked.',
    body: null,
    answer: questionList,
    roles: DESKS,
    errors: [],
    audit: ['question.seen'],
  },
  questionAnswer: {
    summary: 'Answers a question that the reader’s agency was asked. No record leaves with the answer.',
    body: answerRequest,
    answer: questionAnswered,
    roles: DESKS,
    errors: ['not_found', 'question_withdrawn', 'question_id_used'],
    audit: ['question.answered'],
  },
  questionWithdraw: {
    summary: 'Withdraws a question of the reader’s agency; it stands, marked, and waits for no answer.',
    body: null,
    answer: questionWithdrawn,
    roles: ASKERS,
    errors: ['not_found', 'not_your_agency'],
    audit: ['question.withdrawn'],
  },
  noticeList: {
    summary: 'What waits for this reader’s desk.',
    body: null,
    answer: noticeList,
    roles: READERS,
    errors: [],
    audit: ['notice.seen'],
  },
  noticeCount: {
    summary: 'How many notices wait for this reader’s desk, without showing one.',
    body: null,
    answer: noticeCount,
    query: { after: 'Those alone that came after this moment, as a notice gives it.' },
    roles: READERS,
    errors: [],
    audit: [],
  },
} as const satisfies Partial<Record<RouteName, Route>>
