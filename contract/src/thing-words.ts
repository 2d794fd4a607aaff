import type { ValueField } from '@proofmark/domain/identifiers/value-fields'
import { RELATIONS, type Relation, type ThingKind } from './case-words.ts'

export { VALUE_FIELDS, VALUE_HINTS, type ValueField, type ValueHint } from '@proofmark/domain/identifiers/value-fields'

/** What may be said of each kind; what it is called by comes first. */
export const FIELDS_OF_KIND: Readonly<Record<ThingKind, readonly ValueField[]>> = {
  person: ['name', 'alias', 'born', 'nationality', 'document', 'note'],
  organisation: ['name', 'alias', 'registration', 'note'],
  group: ['name', 'alias', 'note'],
  vehicle: ['plate', 'vin', 'make', 'model', 'colour', 'note'],
  telephone: ['number', 'imei', 'imsi', 'note'],
  address: ['address', 'coordinates', 'note'],
  account: ['iban', 'account_number', 'handle', 'platform', 'note'],
  parcel: ['reference', 'carrier', 'contents', 'weight', 'note'],
  listing: ['title', 'page', 'file', 'price', 'handle', 'platform', 'at', 'note'],
  place: ['name', 'coordinates', 'note'],
  event: ['title', 'at', 'coordinates', 'note'],
  route: ['from', 'to', 'via', 'carrier', 'note'],
}

/** What people say; what else ties two nodes is worked out from records, judgements, exhibits, results, pointers and cases. */
export const WORKED_OUT = [
  'same_firearm',
  'same_thing',
  'component_of',
  'in_case',
  'recorded_as',
  'ballistic_hit',
  'ballistic_lead',
  'fired_by',
  'traced_by',
  'in_consignment',
  'known_to',
  'compared',
  'happened_at',
  'on_route',
  'named_in',
  'may_be_same',
] as const satisfies readonly Relation[]
type Said = Exclude<Relation, (typeof WORKED_OUT)[number]>
export const SAID_RELATIONS = RELATIONS.filter(
  (each): each is Said => !(WORKED_OUT as readonly Relation[]).includes(each),
)

/** How a thing outside of any case is kept: others learn whom to ask, or nothing. */
export const THING_KEPT = ['pointer', 'silent'] as const
export type ThingKept = (typeof THING_KEPT)[number]

export const THING_VERDICTS = ['same', 'different', 'undecided', 'withdrawn'] as const
export type ThingVerdict = (typeof THING_VERDICTS)[number]

/** Why what is known of a person is erased (Directive (EU) 2016/680, articles 5, 16). */
export const ERASURE_REASONS = ['not_needed', 'term_over', 'unlawful', 'data_subject', 'court_order'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** Where words of others may stand in which an erased person is named. */
export const READ_PLACES = ['entry', 'document', 'graph', 'value', 'tie'] as const
export const STRUCK_PLACES = [...READ_PLACES, 'log'] as const
export type StruckPlace = (typeof STRUCK_PLACES)[number]

/** Why two things may be one. */
export const DUPLICATE_REASONS = [
  'same_value',
  'names_read_alike',
  'names_sound_alike',
  'same_birth',
  'shared_neighbour',
] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]
