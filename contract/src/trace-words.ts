import type { AudienceKind } from '@proofmark/domain/may-leave'

/** The closed lists of trace requests and replies (International Tracing Instrument, A/60/88; DOMAIN 2.1, 2.7, 4.8, 4.9). */

export const TRACE_DIRECTIONS = ['outgoing', 'incoming'] as const
export type TraceDirection = (typeof TRACE_DIRECTIONS)[number]

/** By what a request travels: `node` is signed and receipted; of all others a person says when it left and came. */
export const TRACE_CHANNELS = [
  'node',
  'internal',
  'siena',
  'i247',
  'sirene',
  'etrace',
  'iarms',
  'bilateral',
  'xroad',
  'other',
] as const
export type TraceChannel = (typeof TRACE_CHANNELS)[number]

export const TRACE_STATES = [
  'draft',
  'validated',
  'domestic_search',
  'domestic_resolved',
  'foreign_prepared',
  'sent',
  'acknowledged',
  'information_requested',
  'information_supplied',
  'answered_full',
  'answered_partial',
  'answered_negative',
  'refused',
  'delayed',
  'next_hop',
  'closed',
  'withdrawn',
  'expired',
  'reopened',
] as const
export type TraceState = (typeof TRACE_STATES)[number]

/** As what the addressed state is asked. */
export const ADDRESSEE_ROLES = ['manufacture', 'last_import', 'supplier', 'transit', 'registration'] as const
export type AddresseeRole = (typeof ADDRESSEE_ROLES)[number]

export const TRACE_PRIORITIES = ['routine', 'urgent'] as const
export type TracePriority = (typeof TRACE_PRIORITIES)[number]

/** Why a firearm is illicit (International Tracing Instrument, paragraph 6). */
export const ILLICIT_GROUNDS = [
  'national_law',
  'unsc_embargo',
  'unmarked_or_mismarked',
  'unlicensed_manufacture',
  'unlicensed_transfer',
] as const
export type IllicitGround = (typeof ILLICIT_GROUNDS)[number]

/** What the answer is to be used for (International Tracing Instrument, paragraph 17 (c)). */
export const INTENDED_USES = [
  'criminal_investigation',
  'criminal_proceedings',
  'trafficking_investigation',
  'embargo_monitoring',
  'return_to_owner',
  'statistics',
] as const
export type IntendedUse = (typeof INTENDED_USES)[number]

export const TRACE_QUESTIONS = ['first_purchaser', 'last_holder', 'export', 'theft', 'transit', 'full_chain'] as const
export type TraceQuestion = (typeof TRACE_QUESTIONS)[number]

export const RECOVERY_KINDS = ['seized', 'found', 'surrendered'] as const
export type RecoveryKind = (typeof RECOVERY_KINDS)[number]

export const REPLY_KINDS = ['full', 'partial', 'negative', 'refused', 'delayed'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** A state may delay, restrict or refuse an answer, and then says why (International Tracing Instrument, paragraph 22). */
export const REFUSAL_REASONS = [
  'compromises_investigation',
  'confidentiality_law',
  'no_confidentiality_guarantee',
  'national_security',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What a link of the chain of supply is in it. */
export const CHAIN_ROLES = [
  'manufacturer',
  'exporter',
  'importer',
  'distributor',
  'dealer',
  'state_stock',
  'holder',
  'thief_unknown',
  'transit',
] as const
export type ChainRole = (typeof CHAIN_ROLES)[number]

/** To where a trace led. */
export const TRACE_OUTCOMES = [
  'to_retail_purchaser',
  'to_last_lawful_holder',
  'to_dealer',
  'to_importer',
  'to_export',
  'to_state_stock',
  'stolen_reported',
  'destroyed_on_record',
  'deactivated_on_record',
  'no_record',
  'failed',
] as const
export type TraceOutcome = (typeof TRACE_OUTCOMES)[number]

/** Why a trace failed (DOMAIN 4.8). The sentence is `failure.<code>`. */
export const FAILURE_CODES = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'E8',
  'E9',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
  'E16',
  'E17',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** How the origin of a firearm stands (SDG indicator 16.4.2, DOMAIN 2.7). */
export const ORIGIN_STATUSES = [
  'traced_domestic_record',
  'traced_foreign_reply',
  'established_judicial',
  'established_intelligence',
  'never_licit',
  'traced_partial',
  'not_traceable_unmarked',
  'not_traceable_obliterated',
  'not_traceable_records_gone',
  'trace_pending',
  'trace_refused',
  'not_submitted',
  'lawful_returned',
] as const
export type OriginStatus = (typeof ORIGIN_STATUSES)[number]

/** Those that enter the numerator of indicator 16.4.2, each only with a point of diversion that a second person approved. */
export const COUNTS_AS_TRACED = [
  'traced_domestic_record',
  'traced_foreign_reply',
  'established_judicial',
  'established_intelligence',
  'never_licit',
] as const satisfies readonly OriginStatus[]

/** Schemes in which a source and its information are evaluated; what came in one is kept in it (DOMAIN 2.12). */
export { EVALUATION_SCHEMES, type EvaluationScheme } from '@proofmark/domain/evaluation'

/** How a reply came, or left: `own` is what this state answered. */
export const REPLY_DOORS = ['hand', 'file', 'node', 'own'] as const
export type ReplyDoor = (typeof REPLY_DOORS)[number]

/** On whose move a request changes its state; the clock only ever lets the asking side say that it expired. */
export const TRACE_SIDES = ['asker', 'answerer'] as const
export type TraceSide = (typeof TRACE_SIDES)[number]

/** What a request must say, or should; the sentence is `trace.missing.<what>`. */
export const TRACE_NEEDS = [
  'illicit_grounds',
  'legal_justification',
  'circumstances',
  'intended_use',
  'type',
  'make',
  'serial',
  'country_of_manufacture',
  'contact',
  'legal_basis',
  'reference',
  'handling',
  'addressee',
  'urgency',
  'questions',
  'model',
  'calibre',
  'importer',
  'date',
  'place',
  'photographs',
  'year',
] as const
export type TraceNeed = (typeof TRACE_NEEDS)[number]

/** Who can fill what is missing. */
export const TRACE_HELPERS = ['officer', 'examiner', 'recovering_agency', 'prosecutor'] as const
export type TraceHelper = (typeof TRACE_HELPERS)[number]

/** Why a request is proposed to go where it goes; the sentence is `trace.route.<why>`. */
export const ROUTE_REASONS = [
  'national_first',
  'import_mark',
  'confirmed_re_export',
  'country_of_manufacture',
  'sole_plant',
  'successor_state',
  'successor_of_maker',
  'successor_unknown',
  'nothing_known',
] as const
export type RouteReason = (typeof ROUTE_REASONS)[number]

/** Why something is proposed for a form, of which the officer has to say that it is so; the sentence is `trace.proposed.<why>`. */
export const PROPOSED_BECAUSE = [
  'ground_stated',
  'made_without_licence',
  'never_marked',
  'mark_removed',
  'exported_without_import',
  'out_of_lawful_hands',
  'no_holder_on_record',
  'seized_from_another',
  'found',
  'surrendered',
  'another_record',
  'of_model',
  'sole_plant',
  'proof_mark',
  'country_not_recorded',
] as const
export type ProposedBecause = (typeof PROPOSED_BECAUSE)[number]

/** Deadlines of a request, in the order in which they fall. */
export const TRACE_CLOCKS = ['acknowledge', 'answer', 'remind', 'escalate', 'expire'] as const
export type TraceClock = (typeof TRACE_CLOCKS)[number]

/** Where a request stands on the board. */
export const BOARD_LISTS = [
  'mine',
  'waiting',
  'near',
  'overdue',
  'escalated',
  'answered',
  'incoming',
  'closed',
] as const
export type BoardList = (typeof BOARD_LISTS)[number]

/** By what a request was found to ask what another asks already. */
export const DUPLICATE_GROUNDS = ['same_firearm', 'same_mark'] as const
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number]

/** For whom an originator’s permission beyond its codes can be noted. */
export const PERMITTED_AUDIENCES = ['court', 'onward', 'agency'] as const satisfies readonly AudienceKind[]
export type PermittedAudience = (typeof PERMITTED_AUDIENCES)[number]

/** What somebody is, whom a chain or an answer names: a natural person is protected, a business and an authority are not. */
export const PARTY_KINDS = ['natural_person', 'business', 'authority'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** When a finding of the life was kept beside a request. */
export const FINDING_OCCASIONS = ['drafted', 'sent', 'replied', 'closed', 'confirmed', 'taken_back'] as const
export type FindingOccasion = (typeof FINDING_OCCASIONS)[number]

/** Whom a contact is of use for. */
export const CONTACT_KINDS = ['contact_point', 'liaison_officer', 'magistrate', 'central_authority'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]
