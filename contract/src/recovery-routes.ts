import type { RouteName } from './paths.ts'
import { CUSTODY_KEEPERS, EXAMINERS, RECOVERERS, type Route } from './route.ts'
import {
  recoveryAnswers,
  recoveryAnswersRequest,
  recoveryList,
  recoveryListRequest,
  recoverySaved,
  recoverySaveRequest,
  recoveryShown,
  recoveryShowRequest,
} from './schemas/recovery-answers.ts'

/** Who may see recoveries: those who record them, and those who examine what was recovered. */
const RECOVERY_READERS = [
  ...new Set([...RECOVERERS, ...CUSTODY_KEEPERS, ...EXAMINERS, 'trace_officer', 'analyst'] as const),
]

/** Recoveries: what was seized, found or surrendered, as it was recorded. */
export const RECOVERY_ROUTES = {
  recoverySave: {
    summary:
      'Saves a recovery as its next version, makes records of its exhibits and answers what others know of them. Safe to repeat.',
    body: recoverySaveRequest,
    answer: recoverySaved,
    roles: RECOVERERS,
    errors: [
      'not_found',
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
} as const satisfies Partial<Record<RouteName, Route>>
