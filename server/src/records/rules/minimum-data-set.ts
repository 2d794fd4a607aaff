import type { MinimumField } from '@proofmark/contract/entry-fields'
import type { EventKind } from '@proofmark/domain/event-kind'
import { isBlank } from '@proofmark/domain/fold'
import type { MarkState } from '@proofmark/domain/marking'
import type { RowKind } from '@proofmark/domain/row-kind'

/** What a record says, as far as its completeness is asked for. */
export interface Said {
  readonly event: EventKind
  readonly rowKind: RowKind
  readonly stated: Readonly<Record<string, string>>
  /** What is known not to be known, and why. */
  readonly notKnown: Readonly<Record<string, string>> | null
  /** How many photographs there are; absent where none can be taken in. */
  readonly photographs?: number
}

/** So many views at least are asked for of a firearm, and of parts and lots one. */
const LEAST_PHOTOGRAPHS: Readonly<Partial<Record<RowKind, number>>> = { firearm: 4 }

export type Completeness = 'stated' | 'not_known' | 'left_out'

type Fields = readonly MinimumField[]

const REGISTER: Fields = ['date', 'event']
const DOCUMENT: Fields = ['ref', ...REGISTER]
const INCIDENT: Fields = ['ref', 'date', 'place', 'event']
const RECOVERY: Fields = [...INCIDENT, 'reason', 'photographs']
const EXAMINATION: Fields = [...DOCUMENT, 'photographs']

/**
 * What must be said of each kind of event. A recovery is held to the whole of DOMAIN 6.2; theft, loss and shooting have a
 * place and a case but no legal justification of a seizure, and nothing to photograph; what rests on a document names it.
 */
const OF_EVENT: Readonly<Record<EventKind, Fields>> = {
  manufacture: REGISTER,
  marking: REGISTER,
  'import-licence': DOCUMENT,
  import: DOCUMENT,
  'export-licence': DOCUMENT,
  export: DOCUMENT,
  transit: DOCUMENT,
  delivery: DOCUMENT,
  transfer: REGISTER,
  registration: REGISTER,
  deregistration: REGISTER,
  allocation: REGISTER,
  stocktaking: REGISTER,
  theft: INCIDENT,
  loss: INCIDENT,
  'loss-or-theft': INCIDENT,
  shooting: INCIDENT,
  seizure: RECOVERY,
  find: RECOVERY,
  surrender: RECOVERY,
  return: DOCUMENT,
  examination: EXAMINATION,
  'ballistic-result': DOCUMENT,
  modification: REGISTER,
  deactivation: DOCUMENT,
  destruction: DOCUMENT,
  'trace-result': DOCUMENT,
  'online-offer': DOCUMENT,
}

const ITEM: Fields = ['type', 'make', 'model', 'calibre', 'serial']

/** What must be said of each kind of thing: a consignment and a lot are many, and have no one serial. */
const OF_KIND: Readonly<Record<RowKind, Fields>> = {
  firearm: ITEM,
  holding: ITEM,
  component: ITEM,
  consignment: ['type', 'make', 'model', 'calibre', 'quantity'],
  'ammunition-lot': ['make', 'calibre', 'quantity'],
}

/** Mark states that say that nobody knows what stands there; the others are facts about the mark itself. */
const MARK_NOT_KNOWN: ReadonlySet<string> = new Set<MarkState>(['illegible', 'not_examined', 'not_recorded'])

/** The fields of the minimum data set that make sense for an event and a kind of thing, in the order of a form. */
export function minimumDataSet(event: EventKind, rowKind: RowKind): Fields {
  return [...OF_EVENT[event], ...OF_KIND[rowKind]]
}

function serialSaid({ serial, serial_state: state }: Said['stated']): Completeness {
  if (!isBlank(serial)) return 'stated'
  if (isBlank(state)) return 'left_out'
  return MARK_NOT_KNOWN.has(state!.trim()) ? 'not_known' : 'stated'
}

/**
 * Whether a record states a field of the minimum data set, says that it is not known, or leaves it out. Photographs come
 * with a recovery alone; of a record that was entered or imported they are left out.
 */
export function completenessOf(
  { stated, notKnown, rowKind, photographs = 0 }: Said,
  field: MinimumField,
): Completeness {
  if (field === 'photographs') return photographs >= (LEAST_PHOTOGRAPHS[rowKind] ?? 1) ? 'stated' : 'left_out'
  if (field === 'event') return 'stated'
  if (field === 'serial') return serialSaid(stated)
  if (!isBlank(stated[field])) return 'stated'
  return notKnown?.[field] === undefined ? 'left_out' : 'not_known'
}

/** The fields of the minimum data set that a record leaves out; none where it is complete. */
export function missingOf(said: Said): MinimumField[] {
  return minimumDataSet(said.event, said.rowKind).filter((field) => completenessOf(said, field) === 'left_out')
}
