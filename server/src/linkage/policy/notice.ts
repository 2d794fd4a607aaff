import { RECOVERERS, TRACERS } from '@proofmark/contract/route'
import type { NoticeKind } from '@proofmark/contract/schemas/pointer'
import type { Reader } from '../../access/context.ts'
import { seesQuestions } from './question.ts'

/**
 * The kinds of notice that a reader may see of their own agency's. A match with a silent source is the named officer's
 * alone, and the data stewards' as long as no officer is named.
 */
export function noticeKinds(reader: Reader, officer: string | null): NoticeKind[] {
  const hearsOfSilent = officer === null ? reader.roles.includes('data_steward') : officer === reader.account
  return [
    'pointer_given',
    'record_released',
    ...(hearsOfSilent ? (['silent_match', 'destruction_held_silent'] as const) : []),
    ...(TRACERS.some((role) => reader.roles.includes(role)) ? (['destruction_held'] as const) : []),
    ...(RECOVERERS.some((role) => reader.roles.includes(role)) ? (['recovery_joined'] as const) : []),
    ...(seesQuestions(reader) ? (['question_asked', 'question_answered'] as const) : []),
  ]
}
