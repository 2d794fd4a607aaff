/**
 * What a record says happened to an item. Recoveries are the three of the Firearms Protocol's questionnaire (seized,
 * found, surrendered); a firearm that goes back to its owner is returned, not recovered.
 */
export const EVENT_KINDS = [
  'manufacture',
  'marking',
  'import-licence',
  'import',
  'export-licence',
  'export',
  'transit',
  'delivery',
  'transfer',
  'registration',
  'deregistration',
  'allocation',
  'stocktaking',
  'theft',
  'loss',
  'loss-or-theft',
  'shooting',
  'seizure',
  'find',
  'surrender',
  'return',
  'examination',
  'ballistic-result',
  'modification',
  'deactivation',
  'destruction',
  'trace-result',
  'online-offer',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Events by which an authority comes to hold an item. */
export const RECOVERIES: ReadonlySet<EventKind> = new Set(['seizure', 'find', 'surrender'])

/** Events after which the item should not be met with again as a working firearm. */
export const FINAL_EVENTS: ReadonlySet<EventKind> = new Set(['deactivation', 'destruction'])

/** Is a word one of the kinds of event? */
export function isEventKind(word: string): word is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(word)
}
