import { EVALUATION_SCHEMES } from '@proofmark/domain/evaluation'
import * as z from 'zod'
import {
  CASE_ITEM_KINDS,
  CASE_STATES,
  SUPPLY_CHAIN_ANSWERS,
  TASK_STATES,
  TASK_TEMPLATE_NAMES,
} from '../case-desk-words.ts'
import { CASE_KINDS, NEXUS_MARKS } from '../case-words.ts'
import { FINDING_RULES, type FindingRule } from '../life-words.ts'
import { ERASURE_REASONS } from '../thing-words.ts'
import { day, identifier, shownReference, text } from './common.ts'

const said = text(4_000).regex(/\S/)
export const caseReason = text(500).regex(/\S/)
const distinct = <Word extends string>(words: readonly Word[]) =>
  z
    .array(z.enum(words as readonly [Word, ...Word[]]))
    .max(words.length)
    .refine((list) => new Set(list).size === list.length, { params: { expected: 'once' } })

/** What a case is called and what ties it to other crime. */
const described = { title: shownReference, kinds: distinct(CASE_KINDS).min(1), nexus: distinct(NEXUS_MARKS) }
export const caseDescription = z.strictObject(described)

/** As its originator graded it, in the originator's scheme; never put into another. */
export const evaluation = z.strictObject({
  scheme: z.enum(EVALUATION_SCHEMES),
  source: text(20).nullable(),
  information: text(20).nullable(),
  codes: z.array(text(20)).max(8).default([]),
  conditions: text(500).optional(),
  originator: text(120).optional(),
  until: day.optional(),
})
export type Evaluation = z.output<typeof evaluation>

/** Other entries that this one builds upon. */
const about = z.array(identifier).max(20).default([])

const note = z.strictObject({
  kind: z.literal('note'),
  text: said,
  /** Directive (EU) 2016/680, article 7. */
  standing: z.enum(['fact', 'assessment']),
  evaluation: evaluation.optional(),
  about,
})
const decision = z.strictObject({ kind: z.literal('decision'), text: said, reason: said, about })
const task = z.strictObject({
  kind: z.literal('task'),
  /** One of the lists that are the same in every case; else a title. */
  template: z.enum(TASK_TEMPLATE_NAMES).optional(),
  title: shownReference.optional(),
  for: identifier.optional(),
  due: day.optional(),
})
const taskState = z.strictObject({
  kind: z.literal('task_state'),
  task: identifier,
  /** Of a list: the step of which this is said; without it, the task. */
  step: text(40).optional(),
  state: z.enum(TASK_STATES),
  note: text(500).optional(),
})
const review = z.strictObject({ kind: z.literal('review'), on: day })
const describedAnew = z.strictObject({ kind: z.literal('described'), ...described })

/** What anybody who works in a case may say in it. */
export const caseSaying = z.discriminatedUnion('kind', [note, decision, task, taskState, review, describedAnew])
export type CaseSaying = z.output<typeof caseSaying>

/** What is given to a case by reference; a finding of the record's life is named by its rule. */
export const caseItem = z.strictObject({
  kind: z.enum(CASE_ITEM_KINDS),
  id: identifier,
  finding: z.enum(Object.keys(FINDING_RULES) as [FindingRule, ...FindingRule[]]).optional(),
  why: text(500).optional(),
})
export type CaseItem = z.output<typeof caseItem>

/** What closing a case says. */
export const caseClosing = z.strictObject({
  outcome: said,
  supplyChain: z.enum(SUPPLY_CHAIN_ANSWERS),
  /** Asked for unless the line of supply was traced. */
  why: text(500).optional(),
  /** Why it is closed although requests are open. */
  despiteTraces: text(500).optional(),
})
export type CaseClosing = z.output<typeof caseClosing>

/** Every entry that a case may hold, as it is kept and shown. */
export const caseEntrySaid = z.discriminatedUnion('kind', [
  note,
  decision,
  task,
  taskState,
  review,
  describedAnew,
  z.strictObject({ kind: z.literal('item'), item: caseItem.extend({ id: identifier.nullable() }) }),
  z.strictObject({
    kind: z.literal('withdrawal'),
    of: identifier,
    what: z.enum(['note', 'decision', 'item', 'document']),
    why: text(500).optional(),
  }),
  z.strictObject({ kind: z.literal('hand_over'), to: identifier, toName: text(120), why: caseReason }),
  z.strictObject({
    kind: z.literal('hand_over_answer'),
    offer: identifier,
    accepted: z.boolean(),
    why: text(500).optional(),
  }),
  z.strictObject({ kind: z.literal('closed'), ...caseClosing.shape, openTraces: z.array(identifier) }),
  z.strictObject({ kind: z.literal('reopened'), why: caseReason }),
  z.strictObject({ kind: z.literal('archived'), why: caseReason }),
  z.strictObject({ kind: z.literal('compartment'), compartment: identifier, name: shownReference, why: caseReason }),
  // Words in which somebody is named whose data were erased; it names nobody.
  z.strictObject({
    kind: z.literal('struck'),
    of: identifier,
    what: z.enum(['entry', 'document', 'graph']),
    reason: z.enum(ERASURE_REASONS),
  }),
])
export type CaseEntrySaid = z.output<typeof caseEntrySaid>

/** Moves a case. */
export const caseMoving = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('closed'), ...caseClosing.shape }),
  z.strictObject({ to: z.literal('open'), why: caseReason }),
  z.strictObject({ to: z.literal('archived'), why: caseReason }),
])
export type CaseMoving = z.output<typeof caseMoving>
export const caseState = z.enum(CASE_STATES)
