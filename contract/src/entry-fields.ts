/**
 * What an entry by hand may state, and why something may not be known. Apart from the schemas, so that the browser can
 * show the lists before it loads a validator.
 */
import type { MarkState } from '@proofmark/domain/marking'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { ProfileField } from './profile-fields.ts'

/**
 * What may be entered by hand. A holding is not among them: where an entry of a register changes hands, that is an entry
 * of its own, a transfer.
 */
export const ENTRY_KINDS = ['firearm', 'component', 'consignment', 'ammunition-lot'] as const satisfies RowKind[]
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What an entry may state beside its event and its persons; our own columns, as a file has them. */
export const ENTRY_FIELDS = [
  'serial',
  'serial_state',
  'part',
  'make',
  'importer',
  'model',
  'calibre',
  'type',
  'country',
  'year',
  'quantity',
  'date',
  'place',
  'ref',
  'reason',
  'until',
  'reported',
] as const satisfies ProfileField[]
export type EntryField = (typeof ENTRY_FIELDS)[number]

const WITH_NUMBER: ReadonlySet<string> = new Set<MarkState>(['legible', 'partial'])
const WITHOUT_NUMBER: ReadonlySet<string> = new Set<MarkState>([
  'never_marked',
  'none_found',
  'illegible',
  'not_examined',
  'not_recorded',
])

/** Does this state of a mark say that there is a number to be typed? An altered mark says neither. */
export const saysNumber = (state: string): boolean => WITH_NUMBER.has(state)

/** Does this state of a mark say that there is no number to be typed? */
export const saysNoNumber = (state: string | undefined): boolean => state !== undefined && WITHOUT_NUMBER.has(state)

/** Why something is not known. A text that says so in words would be one more thing to be read. */
export const UNKNOWN_REASONS = ['not_examined', 'not_recorded', 'not_told', 'illegible', 'not_applicable'] as const
export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

/**
 * The minimum data set (DOMAIN 6.2), by the names of our columns. The recovering agency is the source's; `event` is the
 * status (seized, found, surrendered), `reason` the legal justification.
 */
export const MINIMUM_FIELDS = [
  'ref',
  'date',
  'place',
  'event',
  'reason',
  'type',
  'make',
  'model',
  'calibre',
  'serial',
  'quantity',
  'photographs',
] as const
export type MinimumField = (typeof MINIMUM_FIELDS)[number]

/**
 * What may be said to be unknown, with why. For a serial the state of the mark says it; an event and a quantity are what
 * the entry is about.
 */
export const UNKNOWABLE_FIELDS = [
  'ref',
  'date',
  'place',
  'reason',
  'type',
  'make',
  'model',
  'calibre',
] as const satisfies MinimumField[]
export type UnknowableField = (typeof UNKNOWABLE_FIELDS)[number]
