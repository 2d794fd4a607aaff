import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { grounds, identifier, text } from './common.ts'
import { alignment, evidence } from './find.ts'
import { item, mark } from './item.ts'

/** What two records are to each other. */
export const JUDGEMENTS = ['same', 'different', 'undecided', 'component-of', 'same-lot'] as const
/** Is it one firearm, or are the reports of two recoveries of it reports of one? */
export const JUDGED_ABOUT = ['firearm', 'recovery'] as const
/** A verdict counts, waits for a second person, was taken back, or a later one took its place. */
export const JUDGEMENT_STATES = ['standing', 'waiting', 'withdrawn', 'superseded'] as const

/** Verdicts that make no sense of two recoveries. */
const OF_FIREARMS: readonly string[] = ['component-of', 'same-lot']

const about = z.enum(JUDGED_ABOUT)
const verdict = z.enum(JUDGEMENTS)
const reason = text(500).regex(/\S/)

/** What a person judges of two records. `component-of`: the item of `record` is, or bears, a part of the other's firearm. */
export const judgeRequest = z
  .strictObject({
    /** Chosen by the client: the same judgement sent again is the same judgement. */
    id: identifier,
    record: identifier,
    other: identifier,
    about: about.default('firearm'),
    verdict,
    reason: reason.optional(),
    grounds,
  })
  .refine(({ about, verdict }) => about === 'firearm' || !OF_FIREARMS.includes(verdict), {
    path: ['verdict'],
    params: { expected: 'verdict_of_recovery' },
  })
export type JudgeRequest = z.input<typeof judgeRequest>

/** About a verdict that stands: to take it back, or as the second person to confirm it. */
export const aboutJudgementRequest = z.strictObject({
  id: identifier,
  record: identifier,
  other: identifier,
  /** The number of the verdict. */
  number: z.string().regex(/^[1-9]\d{0,17}$/),
  reason: reason.optional(),
  grounds,
})
export type AboutJudgementRequest = z.input<typeof aboutJudgementRequest>

export const judgement = z.object({
  id: identifier,
  number: z.string(),
  about,
  verdict,
  state: z.enum(JUDGEMENT_STATES),
  by: z.string(),
  agency: z.string().nullable(),
  at: z.string(),
  reason: z.string().nullable(),
  /** Was it decided together with many others, so that nobody need have looked at this very pair? */
  bulk: z.boolean(),
  /** May this reader take it back? */
  withdrawable: z.boolean(),
  /** May this reader be its second person? */
  secondable: z.boolean(),
})
export type Judgement = z.infer<typeof judgement>

export const judgementMade = z.object({ judgement })
/** With the verdict of another person that was there before, so that whoever judged at the same time learns of it. */
export const verdictMade = z.object({ judgement, before: judgement.nullable() })

const date = z.object({ from: z.string().nullable(), to: z.string().nullable() })

/** A pair as this reader has it. */
export const match = z.object({
  record: identifier,
  source: z.string(),
  key: z.string(),
  agency: z.string(),
  event: z.enum(EVENT_KINDS),
  date,
  read: item,
  relation: z.enum(['same', 'component', 'same-lot']),
  /** Is it shown as one item with the record that was asked for? */
  together: z.boolean(),
  probability: z.number().min(0).max(1),
  verdict: verdict.nullable(),
  by: z.enum(['person', 'model']),
  /** The balance of the two records as they read now. */
  evidence: z.array(evidence),
  /**
   * The mark of either that the balance speaks of: of the record that was asked for, which the alignment calls the query,
   * and of this one. Null where either has no number.
   */
  marks: z.object({ own: mark, other: mark, alignment: alignment.nullable() }).nullable(),
  judgements: z.array(judgement),
})
export type Match = z.infer<typeof match>

export const recordMatchesRequest = z.strictObject({ record: identifier, grounds })
export const recordMatches = z.object({
  /** Under which identifier the firearm is shown to this reader. */
  item: identifier,
  matches: z.array(match),
})
export type RecordMatches = z.infer<typeof recordMatches>
