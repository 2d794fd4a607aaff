/**
 * What may wait for a person, in the order in which Home tells of it. Whoever reads an answer skips a kind that they do
 * not know: others follow.
 */
export const WAIT_KINDS = [
  'case_hand_overs',
  'questions_open',
  'questions_answered',
  'notices',
  'deconfliction',
  'deconfliction_silent',
  'traces_escalated',
  'traces_overdue',
  'traces_near',
  'verdicts',
  'review',
  'findings',
  'corrections',
  'messages_stuck',
  'volume_alarms',
  'agreements_due',
  'keys',
  'restores',
  'ledger_alarms',
  'case_tasks',
  'case_reviews',
  'cases_without_lead',
  'ballistic_waiting',
  'custody_offered',
  'disposals_half_signed',
  'stocktakes_open',
  'role_requests',
  'imports_left',
  'texts_unread',
  'things_due',
  'quality_told',
  'matching',
] as const
export type WaitKind = (typeof WAIT_KINDS)[number]
