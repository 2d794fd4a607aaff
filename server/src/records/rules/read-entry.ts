import type { EntryField, EntryKind, UnknowableField, UnknownReason } from '@proofmark/contract/entry-fields'
import { saysNoNumber, saysNumber, UNKNOWN_REASONS } from '@proofmark/contract/entry-fields'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { EventKind } from '@proofmark/domain/event-kind'
import { isBlank } from '@proofmark/domain/fold'
import { readSerial } from '@proofmark/domain/serial'
import { contentHash } from './content-hash.ts'
import type { PersonValue } from './mapped-row.ts'
import { missingOf, type Said } from './minimum-data-set.ts'
import { isProblem, type ReadRow, type RowProblem, type RowSettings, readRow } from './read-row.ts'

/** What somebody says of one item, by hand. */
export interface EntrySaid {
  readonly kind: EntryKind
  readonly event: EventKind
  readonly stated: Readonly<Partial<Record<EntryField, string | undefined>>>
  readonly notKnown: Readonly<Partial<Record<UnknowableField, UnknownReason | undefined>>>
}

export interface Entry extends EntrySaid {
  /** The identifier that whoever enters it has given it. */
  readonly entry: string
  readonly persons: readonly PersonValue[]
}

/** An entry that can go in, with what is known not to be known. */
export interface EnteredRow extends ReadRow {
  readonly notKnown: Readonly<Record<string, string>>
}

/** What an entry says, in the form in which every record is asked for its completeness. Blank fields state nothing. */
export function saidBy({ kind, event, stated, notKnown }: EntrySaid): Said & { notKnown: Record<string, string> } {
  const texts: Record<string, string> = {}
  for (const [field, text] of Object.entries(stated)) if (!isBlank(text)) texts[field] = text!
  const reasons: Record<string, string> = {}
  for (const [field, reason] of Object.entries(notKnown)) if (reason !== undefined) reasons[field] = reason
  return { event, rowKind: kind, stated: { ...texts, event }, notKnown: reasons }
}

function contradicts({ serial, serial_state: state }: Said['stated']): boolean {
  if (state === undefined) return false
  if (serial === undefined) return saysNumber(state)
  return saysNoNumber(state) && readSerial(serial)[0]!.norm !== null
}

/**
 * Refuses an entry that leaves out what its minimum data set asks for, or says two things at once, and names all of it.
 * Photographs come later and are never asked for here. Throws `entry_incomplete`, `entry_contradicts`.
 */
export function needMinimum(said: Said): void {
  const both = Object.keys(said.notKnown ?? {}).filter((field) => said.stated[field] !== undefined)
  const contradicted = contradicts(said.stated) ? [...both, 'serial_state'] : both
  if (contradicted.length > 0) throw new ProofmarkError('entry_contradicts', { fields: contradicted.join(', ') })
  const missing = missingOf(said).filter((field) => field !== 'photographs')
  if (missing.length === 0) return
  throw new ProofmarkError('entry_incomplete', { fields: missing.join(', '), accepted: UNKNOWN_REASONS.join(', ') })
}

/**
 * Reads an entry as a row of a file is read, its identifier being its key. Two entries have the same hash exactly when
 * they say the same, also of what is not known.
 */
export function readEntry(entry: Entry, settings: RowSettings): EnteredRow | RowProblem {
  const { stated, notKnown } = saidBy(entry)
  const items = [{ position: null, stated }]
  const outcome = readRow({ key: entry.entry, raw: stated, persons: entry.persons, items }, settings)
  if (isProblem(outcome)) return outcome
  const read = outcome[0]!
  const hash = contentHash(settings.secret, { ...notKnown, 'the row': read.hash.toString('hex') })
  return { ...read, hash, notKnown }
}

/** The error for what cannot be read of an entry. */
export function unreadable({ field, value, reason }: RowProblem): ProofmarkError {
  return new ProofmarkError('entry_unreadable', { field, value, reason: reason.id.replace(/^reject\./, '') })
}
