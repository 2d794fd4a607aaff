import type { EntryField, EntryKind, MinimumField } from '@proofmark/contract/entry-fields'
import type { EventKind } from '@proofmark/domain/event-kind'

const OF_ONE: readonly EntryField[] = ['make', 'importer', 'model', 'calibre', 'type', 'country', 'year']
const OF_MANY: readonly EntryField[] = ['quantity', ...OF_ONE]
const OF_EVENT: readonly EntryField[] = ['date', 'place', 'ref', 'reason']
const LICENCES: ReadonlySet<EventKind> = new Set(['import-licence', 'export-licence'])
const REPORTED: ReadonlySet<EventKind> = new Set(['theft', 'loss', 'loss-or-theft'])

/** What is said of the item beside its mark: a consignment and a lot are many, and are counted. */
export function itemFields(kind: EntryKind): readonly EntryField[] {
  return isOne(kind) ? OF_ONE : OF_MANY
}

/** A single firearm or component has a serial; a consignment and a lot have none of their own. */
export function isOne(kind: EntryKind): boolean {
  return kind === 'firearm' || kind === 'component'
}

/** What is said of the event: a licence ends, a theft is told of later than it happened. */
export function eventFields(event: EventKind | ''): readonly EntryField[] {
  if (event !== '' && LICENCES.has(event)) return [...OF_EVENT, 'until']
  return event !== '' && REPORTED.has(event) ? [...OF_EVENT, 'reported'] : OF_EVENT
}

/** Every field that the desk shows for this kind of thing and event, and therefore sends. */
export function shownFields(kind: EntryKind, event: EventKind | ''): readonly EntryField[] {
  const mark: readonly EntryField[] = isOne(kind) ? ['serial', 'serial_state', 'part'] : []
  return [...mark, ...itemFields(kind), ...eventFields(event)]
}

/** What of the minimum data set can be filled in at the desk; photographs cannot be taken in yet. */
export function canBeFilled(field: MinimumField): boolean {
  return field !== 'photographs'
}
