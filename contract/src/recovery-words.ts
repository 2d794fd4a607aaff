/** The closed lists of recoveries and exhibits (UNODC questionnaire, tables A to H and J; DOMAIN 2.6, 2.11, 4.11, 6.2). */

/** What was recovered. Magazines are listed beside components since they are counted apart. */
export const EXHIBIT_KINDS = ['firearm', 'component', 'ammunition', 'magazine', 'device', 'other_goods'] as const
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number]

export const PLACE_TYPES = [
  'border_point',
  'airport',
  'port',
  'railway',
  'postal_centre',
  'road',
  'vehicle',
  'vessel',
  'home',
  'business',
  'street',
  'public_building',
  'prison',
  'open_country',
  'other',
] as const
export type PlaceType = (typeof PLACE_TYPES)[number]

export const TRANSPORT_MEANS = [
  'land_vehicle',
  'rail',
  'vessel',
  'air_passenger',
  'air_cargo',
  'parcel',
  'on_person',
  'premises',
  'other',
] as const
export type TransportMeans = (typeof TRANSPORT_MEANS)[number]

/** Where it was hidden; how is nobody's to learn from here. */
export const CONCEALMENTS = [
  'none',
  'on_body',
  'luggage',
  'vehicle',
  'cargo',
  'parcel',
  'household_goods',
  'building',
  'ground',
  'other',
] as const
export type Concealment = (typeof CONCEALMENTS)[number]

/** On what ground it was taken: one at a time, each with the day from which it was stated; the first is never overwritten. */
export const LEGAL_JUSTIFICATIONS = [
  'illicit_possession',
  'illicit_trafficking',
  'illicit_manufacturing',
  'other_firearm_offence',
  'other_crime',
  'administrative',
] as const
export type LegalJustification = (typeof LEGAL_JUSTIFICATIONS)[number]

/** In what context of crime it stands; several, each with its day. */
export const CRIMINAL_CONTEXTS = [
  'firearms_trafficking',
  'firearm_possession',
  'organised_crime',
  'terrorism',
  'drug_trafficking',
  'homicide',
  'robbery',
  'other_violence',
  'gang',
  'migrant_smuggling',
  'wildlife',
  'other',
] as const
export type CriminalContext = (typeof CRIMINAL_CONTEXTS)[number]

/** As observed, and what traces it left; never how it was done. */
export const TYPOLOGIES = [
  'original_lethal',
  'converted',
  'reactivated',
  'modified',
  'modular',
  'craft_made',
  'privately_made',
  'additive_made',
  'deactivated',
  'replica',
  'antique',
] as const
export type Typology = (typeof TYPOLOGIES)[number]

/** What a number or a mark beside the serial is for. */
export const FURTHER_MARKS = ['serial', 'import', 'proof', 'property', 'other'] as const
export type FurtherMark = (typeof FURTHER_MARKS)[number]

export const CONDITIONS = ['functional', 'non_functional', 'incomplete', 'untested'] as const
export type Condition = (typeof CONDITIONS)[number]

/** The first question asked of whoever holds a firearm in hand. */
export const SAFETY_STATES = ['made_safe', 'not_made_safe', 'no_firearm'] as const
export type SafetyState = (typeof SAFETY_STATES)[number]

/** The second: what is to be taken from it before anybody handles it further. */
export const TRACES_FIRST = [
  'fingerprints',
  'dna',
  'fingerprints_then_dna',
  'dna_then_fingerprints',
  'neither',
] as const
export type TracesFirst = (typeof TRACES_FIRST)[number]

/** The views of the protocol of photographs (DOMAIN 4.11). */
export const PHOTOGRAPH_VIEWS = [
  'full_left',
  'full_right',
  'serial',
  'maker_model_calibre',
  'proof_marks',
  'import_mark',
  'property_mark',
  'obliteration',
  'magazine',
  'scale_and_label',
  'other',
] as const
export type PhotographView = (typeof PHOTOGRAPH_VIEWS)[number]

/** Persons at a recovery, in their role towards it. A surrender without identity has none, and no path back to one. */
export const RECOVERY_PERSON_ROLES = [
  'possessor',
  'sender',
  'recipient',
  'driver',
  'finder',
  'witness',
  'other',
] as const
export type RecoveryPersonRole = (typeof RECOVERY_PERSON_ROLES)[number]

/** What an officer at the roadside is told of an exhibit: what somebody else recorded of it, in the fewest words. */
export const KNOWN_AS = [
  'stolen',
  'lost',
  'wanted',
  'recovered_before',
  'registered',
  'destroyed',
  'pointer',
  'other',
] as const
export type KnownAs = (typeof KNOWN_AS)[number]

/** Whether the exhibit is what somebody else recorded, or may be. */
export const KNOWN_SURELY = ['is', 'may_be'] as const
export type KnownSurely = (typeof KNOWN_SURELY)[number]

/** What a save of a recovery draws attention to; nothing is refused for it. */
export const RECOVERY_REMARKS = [
  'paper_used',
  'paper_not_drawn',
  'seal_twice',
  'seal_not_taken',
  'date_ahead',
  'number_twice',
  'exhibit_kept',
  'record_not_made',
  'zone_unknown',
] as const
export type RecoveryRemark = (typeof RECOVERY_REMARKS)[number]

/** How far a photograph or a scan has come. */
export const FILE_STATES = ['arriving', 'kept', 'refused'] as const
export type FileStateWord = (typeof FILE_STATES)[number]

/** Why a file was not kept as evidence. */
export const FILE_REFUSALS = [
  'no_picture',
  'hash_differs',
  'picture_too_large',
  'bears_location',
  // Of a surrender without identity: its form cannot be looked at here for where it was taken.
  'location_unknown',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** So many sends without an answer are told at most; of more, the last. */
export const RECOVERY_ATTEMPTS = 20

/** How far it was asked what is known of an exhibit. */
export const ASKED_WHERE = ['everywhere', 'here', 'nowhere', 'later'] as const
export type AskedWhere = (typeof ASKED_WHERE)[number]
