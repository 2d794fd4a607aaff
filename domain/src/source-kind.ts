import type { EventKind } from './event-kind.ts'

/** The datasets that an agency keeps. */
export const SOURCE_KINDS = [
  'register',
  'deregistration',
  'transfer',
  'loss-theft',
  'seizure',
  'find',
  'surrender',
  'import-licence',
  'export-licence',
  'delivery',
  'stockpile',
  'allocation',
  'return',
  'examination',
  'ballistic',
  'deactivation',
  'destruction',
  'trace-result',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

interface SourceTraits {
  /** The event that a record of such a source reports where the record itself does not say. */
  readonly event: EventKind
  /** Does the source list each item once? Two of its live entries are then two firearms. */
  readonly listsOnce: boolean
}

/** What can be taken for granted about the records of each kind of source. */
export const SOURCE_TRAITS: Readonly<Record<SourceKind, SourceTraits>> = {
  register: { event: 'registration', listsOnce: true },
  deregistration: { event: 'deregistration', listsOnce: false },
  transfer: { event: 'transfer', listsOnce: false },
  'loss-theft': { event: 'loss-or-theft', listsOnce: false },
  seizure: { event: 'seizure', listsOnce: false },
  find: { event: 'find', listsOnce: false },
  surrender: { event: 'surrender', listsOnce: false },
  'import-licence': { event: 'import-licence', listsOnce: false },
  'export-licence': { event: 'export-licence', listsOnce: false },
  delivery: { event: 'delivery', listsOnce: false },
  stockpile: { event: 'stocktaking', listsOnce: true },
  allocation: { event: 'allocation', listsOnce: false },
  return: { event: 'return', listsOnce: false },
  examination: { event: 'examination', listsOnce: false },
  ballistic: { event: 'ballistic-result', listsOnce: false },
  deactivation: { event: 'deactivation', listsOnce: false },
  destruction: { event: 'destruction', listsOnce: false },
  'trace-result': { event: 'trace-result', listsOnce: false },
}

/** Is a word one of the kinds of source? */
export function isSourceKind(word: string): word is SourceKind {
  return (SOURCE_KINDS as readonly string[]).includes(word)
}
