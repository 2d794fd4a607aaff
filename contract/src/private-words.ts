/** The closed lists of the private look-up: what is asked, in which sizes, and what an answer says. */

/** What a holder lets others ask about. `whole_register` only where the agreement names the law that allows it. */
export const LOOK_UP_CLASSES = ['lost_stolen_wanted', 'whole_register'] as const
export type LookUpClass = (typeof LOOK_UP_CLASSES)[number]

/** How a mark is asked about; each has keys and quotas of its own. */
export const LOOK_UP_KINDS = ['exact', 'skeleton', 'damaged', 'mark_alone'] as const
export type LookUpKind = (typeof LOOK_UP_KINDS)[number]

/** Elements of every request of a kind, pads included: their number says nothing of what is asked. */
export const REQUEST_ELEMENTS: Readonly<Record<LookUpKind, number>> = {
  exact: 8,
  skeleton: 8,
  damaged: 32,
  mark_alone: 8,
}

/** An epoch ends at the latest after so many days; then its keys are destroyed. */
export const LONGEST_EPOCH_DAYS = 30

/** Why an answer is as it is. `known` is a pointer for people, `not_known` no trace reply; of all others nothing is known. */
export const KNOWN_REASONS = [
  'known',
  'not_known',
  'no_filter',
  'epoch_over',
  'quota_reached',
  'stopped',
  'not_allowed',
  'partner_away',
  'answer_refused',
  'mark_not_asked',
] as const
export type KnownReason = (typeof KNOWN_REASONS)[number]

/** Why a holder evaluates nothing. */
export const LOOK_UP_REFUSALS = ['epoch_over', 'quota_reached', 'stopped', 'not_allowed', 'request_refused'] as const
export type LookUpRefusal = (typeof LOOK_UP_REFUSALS)[number]

/** What the volume of asking raises an alarm by. */
export const ALARM_RULES = ['half_of_quota', 'most_of_quota', 'quota_reached', 'all_partners'] as const
export type AlarmRule = (typeof ALARM_RULES)[number]
