/** What may be asked about: whether somebody else works on it. */
export const DECONFLICTION_KINDS = ['telephone', 'address', 'person', 'plate', 'account', 'serial', 'event'] as const
export type DeconflictionKind = (typeof DECONFLICTION_KINDS)[number]

/** What is planned. */
export const OPERATION_KINDS = [
  'search',
  'arrest',
  'surveillance',
  'controlled_delivery',
  'undercover',
  'checkpoint',
  'other',
] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** For so long a question stands, so that whoever asks the same later is told of. */
export const STANDING_DAYS = 30
/** How wide, how long and how far ahead an operation may be planned: no net over a town or a season. */
export const OPERATION_LIMITS = { radius: 2_000, days: 7, ahead: 90 } as const
/**
 * For so long a silent meeting waits for its officer: until whatever may have met is over, whether it was asked or planned. One
 * time for all, since another would show which of the two it was.
 */
export const OFFICER_DAYS = OPERATION_LIMITS.ahead + OPERATION_LIMITS.days
