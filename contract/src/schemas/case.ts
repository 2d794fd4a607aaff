import * as z from 'zod'
import {
  CASE_ASKS,
  CASE_ENTRY_KINDS,
  CASE_ITEM_KINDS,
  CASE_PARTS,
  CASE_STATES,
  CASE_VISIBILITIES,
  LEAVING_REASONS,
  SUPPLY_CHAIN_ANSWERS,
  TASK_STATES,
} from '../case-desk-words.ts'
import { CASE_KINDS, NEXUS_MARKS } from '../case-words.ts'
import { ERASURE_REASONS } from '../thing-words.ts'
import { documentShown } from './case-document.ts'
import { caseDescription, caseEntrySaid, caseItem, caseMoving, caseReason, caseSaying } from './case-entry.ts'
import { day, grounds, identifier, momentOf, shownReference, text } from './common.ts'

const handling = z.enum(['H0', 'H1', 'H2', 'H3'])

/** Opens a case. The identifier is chosen by the client: what is sent twice is one case. */
export const caseOpenRequest = z.strictObject({
  case: identifier,
  reference: shownReference,
  ...caseDescription.shape,
  handling: handling.default('H2'),
  visibility: z.enum(CASE_VISIBILITIES).default('pointer'),
  /** When it is to be looked at again whether it is still needed; in half a year where nothing is said. */
  review: day.optional(),
  /** The nine steps as a task of the case. */
  nineSteps: z.boolean().default(true),
  /** Opens it although the reader sees an open case of their agency that bears the reference. */
  again: z.boolean().default(false),
  grounds,
})
export type CaseOpenRequest = z.output<typeof caseOpenRequest>

const inCase = { case: identifier, grounds }
/** An entry bears an identifier of the client's: what is sent twice is one entry. */
const inEntry = { ...inCase, entry: identifier, compartment: identifier.optional() }

export const caseShowRequest = z.strictObject(inCase)
export const caseSayRequest = z.strictObject({ ...inEntry, say: caseSaying })
export const caseGiveRequest = z.strictObject({ ...inEntry, item: caseItem })

/** What may be given to a case: a mark or words of a record, the number of a recovery or an exhibit, a reference. */
export const caseFindItemsRequest = z.strictObject({ text: text(200).regex(/\S/), grounds })
const findable = z.strictObject({
  kind: z.enum(CASE_ITEM_KINDS),
  id: identifier,
  label: z.string(),
  /** When it was, where it has a day. */
  day: day.nullable(),
})
export type CaseFindable = z.output<typeof findable>
export const caseItemsFound = z.strictObject({ items: z.array(findable) })

/** In which cases does one of these stand? */
export const caseHoldingRequest = z.strictObject({
  items: z
    .array(z.strictObject({ kind: z.enum(CASE_ITEM_KINDS), id: identifier }))
    .min(1)
    .max(200),
  grounds,
})
const held = z.strictObject({
  case: identifier,
  reference: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  kind: z.enum(CASE_ITEM_KINDS),
  id: identifier,
  /** The entry that gave it; null for a thing that was recorded in the case. */
  entry: identifier.nullable(),
  finding: z.string().nullable(),
  agency: z.string().nullable(),
  at: z.string().nullable(),
  mayWithdraw: z.boolean(),
})
export type CaseHolding = z.output<typeof held>
export const caseHolding = z.strictObject({ held: z.array(held) })

export const caseWithdrawRequest = z.strictObject({
  ...inCase,
  entry: identifier,
  /** The entry or document that one's own agency gave. */
  of: identifier,
  why: text(500).optional(),
})
export const caseMoveRequest = z.strictObject({ ...inCase, entry: identifier, move: caseMoving })
export const caseLetInRequest = z.strictObject({
  ...inCase,
  compartment: identifier.optional(),
  account: identifier,
  /** none: no longer. */
  part: z.enum([...CASE_PARTS, 'none']),
  until: momentOf({}).optional(),
  /** As it was typed; left out only where somebody is let out and a reason of the list says why. */
  why: caseReason.optional(),
  leaving: z.enum(LEAVING_REASONS).optional(),
})
export type CaseLetInRequest = z.output<typeof caseLetInRequest>
export const caseCompartmentRequest = z.strictObject({
  ...inCase,
  compartment: identifier,
  name: shownReference,
  why: caseReason,
})
export const caseHandOverRequest = z.strictObject({ ...inCase, entry: identifier, to: identifier, why: caseReason })
export const caseHandOverAnswerRequest = z.strictObject({
  ...inCase,
  entry: identifier,
  offer: identifier,
  accept: z.boolean(),
  why: text(500).optional(),
})

export const caseListRequest = z.strictObject({
  state: z.enum(CASE_STATES).optional(),
  /** Those alone in which the reader may write, the last written in first; as a choice of where to put something. */
  writable: z.boolean().default(false),
  /** Those alone whose title or reference holds this. */
  named: text(120).optional(),
  after: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
  grounds,
})
export type CaseListRequest = z.output<typeof caseListRequest>

const ask = z.strictObject({
  ask: z.enum(CASE_ASKS),
  entry: identifier.nullable(),
  day: day.nullable(),
  /** A title or a reference, where it has one. */
  words: z.string().nullable(),
  /** Has its day passed? */
  over: z.boolean(),
})
export type CaseAskShown = z.output<typeof ask>

const head = {
  case: identifier,
  reference: z.string(),
  agency: z.string(),
  title: z.string(),
  kinds: z.array(z.enum(CASE_KINDS)),
  nexus: z.array(z.enum(NEXUS_MARKS)),
  state: z.enum(CASE_STATES),
  part: z.enum(CASE_PARTS),
  reviewOn: day.nullable(),
  openedAt: z.string(),
  asks: z.array(ask),
}
export const caseList = z.object({ cases: z.array(z.strictObject(head)), more: z.boolean() })
export type CaseListed = z.output<typeof caseList>['cases'][number]

const person = z.strictObject({ account: identifier, name: z.string(), agency: z.string().nullable() })
const member = person.extend({
  part: z.enum([...CASE_PARTS, 'none']),
  until: z.string().nullable(),
  /** Whether they are in at this moment. */
  inside: z.boolean(),
  why: z.string(),
  /** Why they were let out, of the list. */
  leaving: z.enum(LEAVING_REASONS).nullable(),
  by: z.string(),
  at: z.string(),
})
export type CaseMember = z.output<typeof member>
const compartment = z.strictObject({
  compartment: identifier,
  /** Null: the case as such. */
  name: z.string().nullable(),
  part: z.enum(CASE_PARTS),
  members: z.array(member),
})
export type CaseCompartment = z.output<typeof compartment>

const entry = z.strictObject({
  entry: identifier,
  kind: z.enum(CASE_ENTRY_KINDS),
  compartment: identifier,
  agency: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** Null once it was lawfully erased. */
  said: caseEntrySaid.nullable(),
  /** Its words were struck, by the entry that says so; what it was stays, and its hash. */
  struck: z
    .strictObject({ entry: identifier, by: z.string(), at: z.string(), reason: z.enum(ERASURE_REASONS) })
    .nullable(),
  /** Withdrawn by the agency that gave it; nobody else reads it any more. */
  withdrawn: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Something that it builds upon was withdrawn. */
  restsOnWithdrawn: z.boolean(),
})
export type CaseEntryShown = z.output<typeof entry>

const item = z.strictObject({
  entry: identifier,
  kind: z.enum(CASE_ITEM_KINDS),
  /** Null where the reader may not read the thing itself: it was given by whoever may. */
  id: identifier.nullable(),
  label: z.string().nullable(),
  /** Where its page is: a record of a firearm, a recovery, a trace. */
  record: identifier.nullable(),
  /** Of a ballistic comparison: the fired item on whose page it stands. */
  firedItem: identifier.nullable(),
  finding: z.string().nullable(),
  why: z.string().nullable(),
  agency: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  mayWithdraw: z.boolean(),
})
export type CaseItemShown = z.output<typeof item>

const step = z.strictObject({ step: z.string(), state: z.enum(TASK_STATES), note: z.string().nullable() })
const task = z.strictObject({
  entry: identifier,
  template: z.string().nullable(),
  title: z.string().nullable(),
  steps: z.array(step),
  state: z.enum(TASK_STATES),
  for: person.pick({ account: true, name: true }).nullable(),
  due: day.nullable(),
  note: z.string().nullable(),
  agency: z.string().nullable(),
})
export type CaseTaskShown = z.output<typeof task>

const moment = z.strictObject({
  day: day,
  /** The last day on which it may have been. */
  until: day.nullable(),
  from: z.enum(['entry', 'item', 'document', 'member']),
  id: identifier,
  /** Of an item: what happened. */
  event: z.string().nullable(),
  at: z.string().nullable(),
})
export type CaseMoment = z.output<typeof moment>

export const caseShown = z.strictObject({
  ...head,
  handling,
  visibility: z.enum(CASE_VISIBILITIES),
  openedBy: z.string(),
  /** Is it of the reader's agency? */
  ours: z.boolean(),
  entries: z.array(entry),
  items: z.array(item),
  tasks: z.array(task),
  documents: z.array(documentShown),
  compartments: z.array(compartment),
  offer: z
    .strictObject({ entry: identifier, to: person.pick({ account: true, name: true }), why: z.string() })
    .nullable(),
  closing: z
    .strictObject({
      outcome: z.string(),
      supplyChain: z.enum(SUPPLY_CHAIN_ANSWERS),
      why: z.string().nullable(),
      despiteTraces: z.string().nullable(),
    })
    .nullable(),
  openTraces: z.array(z.strictObject({ trace: identifier, reference: z.string() })),
  timeline: z.array(moment),
})
export type CaseShown = z.output<typeof caseShown>

export const casePeople = z.object({ people: z.array(person) })
export const caseWithoutLead = z.object({
  cases: z.array(
    z.strictObject({
      case: identifier,
      /** Null for a compartment of a case that was never the agency's. */
      reference: z.string().nullable(),
      /** The compartment that nobody leads; null: the case as such. */
      compartment: identifier.nullable(),
      /** Who may be named for a compartment; null: whoever is listed. */
      people: z.array(identifier).nullable(),
    }),
  ),
  people: z.array(person),
})
export type CaseLeft = z.output<typeof caseWithoutLead>
export const caseNameLeadRequest = z.strictObject({
  case: identifier,
  compartment: identifier.optional(),
  account: identifier,
  why: caseReason,
  grounds,
})
export const caseLeadNamed = z.object({ case: identifier, account: identifier })
