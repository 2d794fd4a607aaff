import type { EventKind } from './event-kind.ts'
import type { RowKind } from './row-kind.ts'

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
  /** What a row of such a source speaks of where its profile does not say. */
  readonly row: RowKind
}

/** What can be taken for granted about the records of each kind of source. */
export const SOURCE_TRAITS: Readonly<Record<SourceKind, SourceTraits>> = {
  register: { event: 'registration', listsOnce: true, row: 'holding' },
  deregistration: { event: 'deregistration', listsOnce: false, row: 'firearm' },
  transfer: { event: 'transfer', listsOnce: false, row: 'firearm' },
  'loss-theft': { event: 'loss-or-theft', listsOnce: false, row: 'firearm' },
  seizure: { event: 'seizure', listsOnce: false, row: 'firearm' },
  find: { event: 'find', listsOnce: false, row: 'firearm' },
  surrender: { event: 'surrender', listsOnce: false, row: 'firearm' },
  'import-licence': { event: 'import-licence', listsOnce: false, row: 'consignment' },
  'export-licence': { event: 'export-licence', listsOnce: false, row: 'consignment' },
  delivery: { event: 'delivery', listsOnce: false, row: 'firearm' },
  stockpile: { event: 'stocktaking', listsOnce: true, row: 'holding' },
  allocation: { event: 'allocation', listsOnce: false, row: 'firearm' },
  return: { event: 'return', listsOnce: false, row: 'firearm' },
  examination: { event: 'examination', listsOnce: false, row: 'firearm' },
  ballistic: { event: 'ballistic-result', listsOnce: false, row: 'firearm' },
  deactivation: { event: 'deactivation', listsOnce: false, row: 'firearm' },
  destruction: { event: 'destruction', listsOnce: false, row: 'firearm' },
  'trace-result': { event: 'trace-result', listsOnce: false, row: 'firearm' },
}

/** The kinds of source that list each item once. */
export const LISTING_KINDS: readonly SourceKind[] = SOURCE_KINDS.filter((kind) => SOURCE_TRAITS[kind].listsOnce)

/** Is a word one of the kinds of source? */
export function isSourceKind(word: string): word is SourceKind {
  return (SOURCE_KINDS as readonly string[]).includes(word)
}
