import { THING_KINDS } from './case-words.ts'

/** How a case stands. Closed: nothing is written until it is opened again; archived: not even that, but for a reason. */
export const CASE_STATES = ['open', 'closed', 'archived'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What somebody may do in a compartment: lead it, work in it, or read. */
export const CASE_PARTS = ['lead', 'member', 'reader'] as const
export type CasePart = (typeof CASE_PARTS)[number]

/** Why somebody is let out of a case, where words of one language would not be read by everybody. */
export const LEAVING_REASONS = [
  'part_done',
  'other_duties',
  'left_service',
  'conflict_of_interest',
  'by_mistake',
] as const
export type LeavingReason = (typeof LEAVING_REASONS)[number]

/** Whether other agencies may learn that there is something here, and whom to ask. */
export const CASE_VISIBILITIES = ['pointer', 'silent'] as const
export type CaseVisibility = (typeof CASE_VISIBILITIES)[number]

/** What the entries of a case are. */
export const CASE_ENTRY_KINDS = [
  'described',
  'note',
  'decision',
  'task',
  'task_state',
  'item',
  'withdrawal',
  'review',
  'hand_over',
  'hand_over_answer',
  'closed',
  'reopened',
  'archived',
  'compartment',
  'struck',
] as const
export type CaseEntryKind = (typeof CASE_ENTRY_KINDS)[number]

/** What a case is given by reference: what other desks keep, and things. */
export const CASE_ITEM_KINDS = [
  'record',
  'recovery',
  'exhibit',
  'fired_item',
  'ballistic_result',
  'trace',
  ...THING_KINDS,
] as const
export type CaseItemKind = (typeof CASE_ITEM_KINDS)[number]

/**
 * Lists of work that are the same in every case. The nine steps are those that INTERPOL teaches with iARMS (DOMAIN 1.2);
 * the line of supply is a question that closing a case has to answer.
 */
export const TASK_TEMPLATES = {
  nine_steps: [
    'registry_check',
    'iarms_search',
    'evidence_recovery',
    'latent_prints',
    'dna',
    'ballistic_comparison',
    'gather',
    'give_intelligence',
    'trafficking_analysis',
  ],
  supply_chain: ['identify', 'ask_maker', 'ask_importers', 'last_lawful_holder', 'point_of_diversion'],
} as const satisfies Record<string, readonly string[]>
export type TaskTemplate = keyof typeof TASK_TEMPLATES
export const TASK_TEMPLATE_NAMES = ['nine_steps', 'supply_chain'] as const satisfies readonly TaskTemplate[]

export const TASK_STATES = ['open', 'done', 'not_needed'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** What closing a case says of the line of supply. Anything but traced asks why. */
export const SUPPLY_CHAIN_ANSWERS = ['traced', 'tried', 'not_applicable'] as const
export type SupplyChainAnswer = (typeof SUPPLY_CHAIN_ANSWERS)[number]

/** What is asked next of a case. */
export const CASE_ASKS = [
  'task_due',
  'supply_chain',
  'review',
  'hand_over',
  'trace_open',
  'rests_on_withdrawn',
] as const
export type CaseAsk = (typeof CASE_ASKS)[number]

/** Why a document is kept as sealed evidence, to be taken away and not to be looked at here. */
export const DOCUMENT_CAUTIONS = ['macros', 'active_content', 'unknown_type', 'not_examined'] as const
export type DocumentCaution = (typeof DOCUMENT_CAUTIONS)[number]
/** Why one was refused: its bytes are not those that were announced. */
export const DOCUMENT_REFUSALS = ['hash_differs'] as const
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number]
/** Of a text that is looked at so many bytes are shown at most; the whole of it is taken away. */
export const TEXT_SHOWN_BYTES = 1024 * 1024
