/** Kinds of case, and what ties it to other crime (UNODC questionnaire, table F; DOMAIN 3, session 5). Several may hold. */
export const CASE_KINDS = [
  'illicit_possession',
  'illicit_trafficking',
  'illicit_manufacturing',
  'tampering_with_markings',
  'diversion',
  'theft',
  'other_offence_with_firearm',
] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const NEXUS_MARKS = [
  'organised_crime',
  'terrorism',
  'drugs',
  'gang',
  'conflict',
  'migrant_smuggling',
  'wildlife',
] as const
export type NexusMark = (typeof NEXUS_MARKS)[number]

/** Persons and other things that inquiries speak of, apart from firearms. */
export const THING_KINDS = [
  'person',
  'organisation',
  'group',
  'vehicle',
  'telephone',
  'address',
  'account',
  'parcel',
  'listing',
  'place',
  'event',
  'route',
] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** What the graph is made of. A firearm is named by the smallest of its records that the reader may see. */
export const NODE_KINDS = [
  'firearm',
  'record',
  'recovery',
  'exhibit',
  'fired_item',
  'trace',
  'consignment',
  'case',
  /** What somebody else keeps of a firearm: whom to ask, and under which handle. */
  'pointer',
  'ballistic_result',
  /** Where records say that something happened, as they state it. */
  'stated_place',
  /** A country that the route of a recovery names. */
  'country',
  /** Somebody whom a record or a recovery names, as it names them: one node for each record, never one for a person. */
  'named_person',
  ...THING_KINDS,
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** A fact, somebody's assessment, or a lead that nobody confirmed (Directive (EU) 2016/680, article 7). */
export const STANDINGS = ['fact', 'assessment', 'lead'] as const
export type Standing = (typeof STANDINGS)[number]

/** Whose data they are (Directive (EU) 2016/680, article 6). Victims and witnesses are hidden until somebody asks for them. */
export const SUBJECT_CATEGORIES = ['suspect', 'convicted', 'victim', 'witness', 'contact', 'other'] as const
export type SubjectCategory = (typeof SUBJECT_CATEGORIES)[number]
export const PROTECTED_CATEGORIES = ['victim', 'witness'] as const satisfies readonly SubjectCategory[]

/** How two nodes may be tied, said from the first to the second. */
export const RELATIONS = [
  /** Of two records: one firearm. */
  'same_firearm',
  /** Of two things: one person, one vehicle … */
  'same_thing',
  /** Of persons whom records name: what is said of both agrees, and nobody judged it. */
  'may_be_same',
  'component_of',
  /** What a case is about, or was given to it. */
  'in_case',
  'subject_of',
  'recorded_as',
  'recovered_in',
  'recovered_from',
  'recovered_at',
  'fired_by',
  'ballistic_hit',
  'ballistic_lead',
  'traced_by',
  'known_to',
  'compared',
  'happened_at',
  /** Of a recovery: its route, or that of its parcel, names this country. */
  'on_route',
  /** Of somebody: a record or a recovery names them, in a role that says no more. */
  'named_in',
  'in_consignment',
  'possessed',
  'bought',
  'sold',
  'supplied',
  'carried',
  'sent',
  'received',
  'offered',
  'ordered',
  'paid',
  'made',
  'converted',
  'imported',
  'exported',
  'stole',
  'used_in',
  'present_at',
  'member_of',
  'leads',
  'works_for',
  'owns',
  'uses',
  'lives_at',
  'located_at',
  'registered_to',
  'in_contact_with',
  'related_to',
  'passed_to',
  'part_of',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Questions that are a button. Each says in words what it answers. */
export const GRAPH_QUESTIONS = [
  'who_supplied',
  'same_consignment',
  'shared_firearms',
  'passed_between_groups',
  'nexus_of_cases',
  'changed_since',
  'hands_in_order',
] as const
export type GraphQuestion = (typeof GRAPH_QUESTIONS)[number]

/** How an answer stands to those above it: surely after them, perhaps before or with one of them, or without a day. */
export const FINDING_ORDERS = ['after', 'unsettled', 'undated'] as const
export type FindingOrder = (typeof FINDING_ORDERS)[number]

/** Of which kinds something must be asked about, so that a question has anything to speak of; null: whatever it is. */
export const QUESTIONS_ABOUT: Readonly<Record<GraphQuestion, readonly NodeKind[] | null>> = {
  who_supplied: null,
  same_consignment: ['firearm', 'record'],
  shared_firearms: ['case'],
  passed_between_groups: ['group', 'firearm', 'case'],
  nexus_of_cases: ['case'],
  changed_since: null,
  hands_in_order: ['firearm'],
}
