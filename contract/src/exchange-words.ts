import { MESSAGE_KINDS } from './message-kinds.ts'

/** The closed lists of exchange between nodes (DOMAIN 1.12, 2.12, 2.13; DESIGN, exchange). */

/** `suspended` and `ended`: nothing is sent, and nothing but corrections is taken. */
export const PARTNER_STATES = ['active', 'suspended', 'ended'] as const
export type PartnerState = (typeof PARTNER_STATES)[number]

/** What a partner may be given or asked for. A whole register takes the law that allows it. */
export const DATA_CLASSES = ['traces', 'lost_stolen_wanted', 'ballistics', 'whole_register'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** What is counted and bounded, for each partner and day. */
export const QUOTAS = ['messages', 'evaluations_exact', 'evaluations_skeleton', 'evaluations_damaged'] as const
export type Quota = (typeof QUOTAS)[number]

export const DEADLINES = ['acknowledge', 'answer', 'remind', 'escalate', 'expire'] as const
export type Deadline = (typeof DEADLINES)[number]

/** Hours go by at all times, working days by the calendar of the agreement alone. */
export const DEADLINE_UNITS = ['hours', 'days', 'working_days'] as const
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number]

/**
 * `waiting`: to be sent, or sent again. `acknowledged`: the partner's receipt is here. `dead`: nothing happens until a
 * person acts. `given_up`: a person decided so.
 */
export const OUTBOX_STATES = ['waiting', 'acknowledged', 'dead', 'given_up'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/**
 * `stored`: its receipt went back, its effect is to come. `taken`: it had its effect. `failed`: the effect failed and can
 * be tried again. `refused`: kept, and the partner was told what would be accepted.
 */
export const INBOX_STATES = ['stored', 'taken', 'failed', 'refused'] as const
export type InboxState = (typeof INBOX_STATES)[number]

/** What one node answers another that it refuses: the code, and nothing else that an attacker could learn from. */
export const PEER_REFUSALS = [
  'certificate_unknown',
  'signature_missing',
  'signature_wrong',
  'key_unknown',
  'sender_other',
  'recipient_other',
  'hash_other',
  'expired',
  'clock_apart',
  'id_reused',
  'kind_unknown',
  'form_unknown',
  'body_invalid',
  'too_large',
  'cut',
  'quota',
  'restore_not_agreed',
  'not_allowed',
  'not_found',
  'busy',
] as const
export type PeerRefusal = (typeof PEER_REFUSALS)[number]

/** Why an attempt came to nothing before the partner could answer, or for what it answered. */
export const LINK_FAILURES = [
  'unreachable',
  'slow',
  'link_cut',
  'partner_certificate',
  'answer_unreadable',
  'receipt_wrong',
  'no_endpoint',
] as const
export type LinkFailure = (typeof LINK_FAILURES)[number]

/** What became of a message on one attempt or by one person. The sentence is `exchange.reason.<code>`. */
export const DELIVERY_REASONS = [
  'delivered',
  'repeated',
  'recovered',
  'sent_again',
  'by_file',
  'effect_failed',
  'not_carried',
  'given_up',
  ...LINK_FAILURES,
  ...PEER_REFUSALS,
] as const
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

/** What was done at a trace about a partner's correction: its records were taken back, another answer was asked for, nothing had to change. */
export const CORRECTION_ACTS = ['taken_back', 'asked_again', 'kept'] as const
export type CorrectionAct = (typeof CORRECTION_ACTS)[number]

/** Keys by which the node speaks, or by which its exchange ledger is signed. */
export const KEY_CHANGE_KINDS = ['node', 'ledger'] as const
export type KeyChangeKind = (typeof KEY_CHANGE_KINDS)[number]
export const KEY_CHANGE_VERDICTS = ['taken', 'refused'] as const
export type KeyChangeVerdict = (typeof KEY_CHANGE_VERDICTS)[number]

export { MESSAGE_KINDS }
