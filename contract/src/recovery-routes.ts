import type { RouteName } from './paths.ts'
import { EXAMINERS, EXHIBIT_MANAGERS, RECOVERERS, RECOVERY_READERS, type Route } from './route.ts'
import {
  recoveryAnswers,
  recoveryAnswersRequest,
  recoveryExamined,
  recoveryExamineRequest,
  recoveryJoined,
  recoveryJoinRequest,
  recoveryList,
  recoveryListRequest,
  recoveryPaperRequest,
  recoverySaved,
  recoverySaveRequest,
  recoveryShown,
  recoveryShowRequest,
} from './schemas/recovery-answers.ts'

/**
 * A recovery is one request, since half of one is none: five hundred exhibits, each with photographs, further marks and a
 * description, take some two million bytes.
 */
const RECOVERY_LIMIT_BYTES = 2_000_000

/** Recoveries: what was seized, found or surrendered, as it was recorded. */
export const RECOVERY_ROUTES = {
  recoverySave: {
    summary:
      'Saves a recovery as its next version, makes records of its exhibits and answers what others know of them. Safe to repeat.',
    body: recoverySaveRequest,
    bodyLimit: RECOVERY_LIMIT_BYTES,
    answer: recoverySaved,
    roles: RECOVERERS,
    errors: [
      'not_found',
      'agency_needed',
      'agency_unknown',
      'not_your_agency',
      'recovery_id_used',
      'exhibit_id_used',
      'recovery_base_unknown',
      'recovery_anonymous',
      'recovery_field_twice',
      'seal_used',
    ],
    audit: ['recovery.saved', 'recovery.answered', 'pointer.asked'],
  },
  recoveryShow: {
    summary:
      'A recovery as it stands or stood, with its versions, what was examined, and reports that may be of the same incident.',
    body: recoveryShowRequest,
    answer: recoveryShown,
    roles: RECOVERY_READERS,
    errors: ['not_found'],
    audit: ['recovery.shown'],
  },
  recoveryList: {
    summary: 'The recoveries that the reader may see, the last first.',
    body: recoveryListRequest,
    answer: recoveryList,
    roles: RECOVERY_READERS,
    errors: [],
    audit: ['recoveries.listed'],
  },
  recoveryAnswers: {
    summary: 'Asks again what others know of the exhibits of a recovery.',
    body: recoveryAnswersRequest,
    answer: recoveryAnswers,
    roles: RECOVERERS,
    errors: ['not_found', 'not_your_agency'],
    audit: ['recovery.answered', 'pointer.asked'],
  },
  recoveryPaper: {
    summary: 'Draws numbers and prints paper forms that bear them, a page each, as PDF. Safe to repeat.',
    body: recoveryPaperRequest,
    answer: 'file',
    roles: RECOVERERS,
    errors: ['agency_needed', 'agency_unknown', 'not_your_agency', 'document_too_large', 'document_not_set'],
    audit: ['papers.drawn'],
  },
  recoveryExamine: {
    summary: 'Sets down what an examiner says of an exhibit, beside what was said in the field. Safe to repeat.',
    body: recoveryExamineRequest,
    answer: recoveryExamined,
    roles: [...EXAMINERS, ...EXHIBIT_MANAGERS],
    errors: ['not_found', 'examination_id_used', 'examination_unreadable'],
    audit: ['exhibit.examined', 'judgement.made'],
  },
  recoveryJoin: {
    summary: 'Says that two recoveries are reports of one incident, or not, or takes that back. Safe to repeat.',
    body: recoveryJoinRequest,
    answer: recoveryJoined,
    roles: RECOVERERS,
    errors: ['not_found', 'not_your_agency', 'recovery_of_itself', 'recovery_anonymous'],
    audit: ['recovery.joined'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
