import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { HELD_BACK, THRESHOLD_NAMES, WHY_NOT_OUTCOMES } from '../why-not-words.ts'
import { grounds, identifier, name, text } from './common.ts'
import { alignment, evidence } from './find.ts'
import { item, mark } from './item.ts'
import { JUDGEMENT_STATES, JUDGEMENTS } from './judgement.ts'

/** A record by its identifier, or as its source names it. */
const pairEnd = z.union([
  z.strictObject({ record: identifier }),
  z.strictObject({ source: name, key: text(200).min(1), agency: name.optional() }),
])
export type PairEnd = z.infer<typeof pairEnd>

export const whyNotRequest = z.strictObject({ record: pairEnd, other: pairEnd, grounds })
export type WhyNotRequest = z.input<typeof whyNotRequest>

const shownRecord = z.object({
  record: identifier,
  source: z.string(),
  key: z.string(),
  agency: z.string(),
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  read: item,
})
export type ShownRecord = z.infer<typeof shownRecord>

/** Two records that the reader chose: whether they are one firearm, and everything that made it so. */
export const whyNotAnswer = z.object({
  record: shownRecord,
  other: shownRecord,
  outcome: z.enum(WHY_NOT_OUTCOMES),
  /** The outcome in a sentence. */
  text: z.string(),
  together: z.boolean(),
  relation: z.enum(['same', 'component', 'same-lot']).nullable(),
  verdict: z.enum(JUDGEMENTS).nullable(),
  /** Beside the rivals of either, were nothing judged; null where the two cannot be compared. */
  probability: z.number().min(0).max(1).nullable(),
  evidence: z.array(evidence),
  marks: z.object({ own: mark, other: mark, alignment: alignment.nullable() }).nullable(),
  thresholds: z.array(
    z.object({ name: z.enum(THRESHOLD_NAMES), needed: z.number(), has: z.number(), reached: z.boolean() }),
  ),
  heldBack: z.array(z.object({ reason: z.enum(HELD_BACK), text: z.string() })),
  /** From each of the two to the other: whether a path led there, and what is to be said of it. */
  ways: z.array(z.object({ from: z.enum(['record', 'other']), found: z.boolean(), lines: z.array(z.string()) })),
  rivals: z.array(
    shownRecord.extend({ beside: z.enum(['record', 'other']), bits: z.number(), probability: z.number() }),
  ),
  judgements: z.array(
    z.object({
      verdict: z.enum(JUDGEMENTS),
      state: z.enum(JUDGEMENT_STATES),
      by: z.string(),
      agency: z.string().nullable(),
      at: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})
export type WhyNotAnswer = z.infer<typeof whyNotAnswer>
