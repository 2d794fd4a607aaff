/** The closed lists of a life: how it stands, what may have happened, how sure that is, and what the rules find. */

/**
 * How an item stands at the end of what is on record. Craft-made arms are *never-licit*; antiques are *excluded*
 * (Firearms Protocol, article 3 (a)); a recovery alone leaves it *undetermined*.
 */
export const LIFE_STATUSES = ['lawful', 'illicit', 'undetermined', 'never-licit', 'excluded'] as const
export type LifeStatus = (typeof LIFE_STATUSES)[number]

/** How an item can leave lawful hands (DOMAIN 4.10), and out of the custody of the state itself. */
export const DIVERSION_KINDS = [
  'theft-private',
  'theft-dealer',
  'theft-state-stock',
  'theft-transit',
  'loss',
  'straw-purchase',
  'corrupt-dealer',
  'fake-licence-or-euc',
  'unauthorised-re-export',
  'diversion-in-transit',
  'state-transfer',
  'battlefield-loss',
  'civilian-stock-legacy',
  'conversion-of-nonlethal',
  'reactivation',
  'illicit-manufacture',
  'assembly-from-parts',
  'inheritance-unregistered',
  'overdue-licence',
  'custody-leak',
  'unknown',
] as const
export type DiversionKind = (typeof DIVERSION_KINDS)[number]

/** What may explain the same records although the item was not diverted. */
export const INNOCENT_EXPLANATIONS = [
  'with-its-holder',
  'service-use',
  'unrecorded-transfer',
  'unrecorded-import',
  'unrecorded-return',
  'unrecorded-allocation',
  'unrecorded-auction',
  'unrecorded-release',
  'wrong-certificate-number',
  'still-deactivated',
  'late-report',
  'entry-not-closed',
  'misreading',
  'twin',
] as const
export type InnocentExplanation = (typeof INNOCENT_EXPLANATIONS)[number]

export const EXPLANATIONS = [...DIVERSION_KINDS, ...INNOCENT_EXPLANATIONS] as const
export type Explanation = (typeof EXPLANATIONS)[number]

/**
 * *Documented*: records of two sources that do not copy each other; *probable*: one record and nothing against it;
 * *possible*: a pattern only.
 */
export const CONFIDENCES = ['possible', 'probable', 'documented'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** In whose hands an item is, as far as the kind of source shows it; persons are no part of a life. */
export const CUSTODIANS = ['maker', 'trade', 'transit', 'private', 'state_stock', 'state_custody'] as const
export type Custodian = (typeof CUSTODIANS)[number]

/** What a record can do in a life. */
export const RECORD_ROLES = ['permission', 'custody', 'proof', 'recovery', 'illicit', 'nothing'] as const
export type RecordRole = (typeof RECORD_ROLES)[number]

/** Provisions that a finding touches. The sentence is `obligation.<id>`. */
export const OBLIGATIONS = [
  'iti_tracing',
  'iti_found_illicit',
  'protocol_3',
  'protocol_5',
  'protocol_6',
  'protocol_7',
  'protocol_8',
  'protocol_9',
  'protocol_10',
  'protocol_11',
  'protocol_12',
] as const
export type Obligation = (typeof OBLIGATIONS)[number]

/** The rules that judge a life, each with the provision that its finding touches. The sentence is `finding.<rule>`. */
export const FINDING_RULES = {
  last_lawful_custody: 'iti_tracing',
  diversion_point: 'iti_tracing',
  window_over_five_years: 'iti_tracing',
  recovery_alone: 'iti_tracing',
  gap_in_possession: 'protocol_7',
  export_without_import: 'protocol_10',
  recovered_again: 'protocol_6',
  used_in_custody: 'protocol_6',
  destroyed_yet_seen: 'protocol_6',
  deactivated_yet_seen: 'protocol_9',
  stolen_before_sold: 'protocol_11',
  registered_after_theft: 'protocol_11',
  theft_reported_late: 'protocol_11',
  stolen_state_stock: 'protocol_11',
  service_weapon: 'iti_tracing',
  two_places_at_once: 'protocol_7',
  short_time_to_crime: 'protocol_12',
  ballistic_lead: 'protocol_12',
  mark_obliterated: 'protocol_5',
  never_marked: 'protocol_8',
  never_licit: 'protocol_3',
  became_illicit_by_conversion: 'protocol_3',
  became_illicit_by_reactivation: 'protocol_9',
  antique_year_to_confirm: 'protocol_3',
  contradictory_records: 'protocol_7',
  listed_twice: 'protocol_7',
  component_elsewhere: 'iti_found_illicit',
  component_of_another: 'iti_found_illicit',
  component_on_two: 'iti_found_illicit',
  same_lot: 'iti_tracing',
  undecided_records: 'iti_tracing',
} as const satisfies Readonly<Record<string, Obligation>>
export type FindingRule = keyof typeof FINDING_RULES
