import { MARK_STATES } from '@proofmark/domain/marking'
import * as z from 'zod'
import { LEGAL_BASES } from '../purposes.ts'
import { agencyDesk } from './agency.ts'
import { identifier, legalBasis, shownReference, TEXT_LIMIT, text } from './common.ts'

/** What a desk says: it knows the firearm, it does not, or it would rather be asked by voice. */
export const VERDICTS = ['known', 'not_known', 'ask_us'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Most agencies that one question names. */
export const MOST_DESKS = 50

/** Text that says something: not blank. */
const said = (limit: number) => text(limit).regex(/\S/)

/** What the asker says of the firearm: `mark` in the notation of a search, the rest in any words. */
export const statedDescription = z.strictObject({
  mark: said(200),
  make: said(120).optional(),
  model: said(120).optional(),
  calibre: said(120).optional(),
  type: said(120).optional(),
  country: said(120).optional(),
  year: said(40).optional(),
})
export type StatedDescription = z.infer<typeof statedDescription>

/**
 * A question to desks about a firearm: described in words, or by one of the asker's own records, of which the desks see
 * what was read and nothing else. Exactly one of the two. Without `agencies` it goes to every other agency that keeps a
 * source which is not silent.
 */
export const questionRequest = z
  .strictObject({
    /** Chosen by the client: the same question sent again is the same question. */
    id: identifier,
    reference: shownReference,
    basis: legalBasis,
    description: statedDescription.optional(),
    record: identifier.optional(),
    agencies: z.array(identifier).min(1).max(MOST_DESKS).optional(),
  })
  .refine(({ description, record }) => (description === undefined) !== (record === undefined), {
    path: ['description'],
    params: { expected: 'description_or_record' },
  })
export type QuestionRequest = z.infer<typeof questionRequest>

/** The answer of sending: to whom the question went. It is the same whatever those agencies hold. */
export const questionAsked = z.object({ question: identifier, at: z.string(), desks: z.array(agencyDesk) })
export type QuestionAsked = z.infer<typeof questionAsked>

const unstated = z.string().nullable()

/** The firearm as a desk sees it; what is null was not stated. */
export const shownDescription = z.object({
  /** In the notation of a search; null where the record gives words instead of a number. */
  mark: unstated,
  /** What there is of the mark, where a record says so: an obliterated mark is not an unrecorded one. */
  markState: z.enum(MARK_STATES).nullable(),
  make: unstated,
  model: unstated,
  calibre: unstated,
  type: unstated,
  country: unstated,
  year: unstated,
})
export type ShownDescription = z.infer<typeof shownDescription>

export const answerRequest = z.strictObject({
  /** Chosen by the client: the same answer sent again is the same answer. */
  id: identifier,
  verdict: z.enum(VERDICTS),
  note: said(TEXT_LIMIT).optional(),
})
export type AnswerRequest = z.infer<typeof answerRequest>

export const questionAnswered = z.object({ question: identifier, answer: identifier, at: z.string() })
export type QuestionAnswered = z.infer<typeof questionAnswered>

export const questionWithdrawn = z.object({ question: identifier, withdrawnAt: z.string() })

const answer = z.object({
  id: identifier,
  verdict: z.enum(VERDICTS),
  note: z.string().nullable(),
  at: z.string(),
})

const question = z.object({
  id: identifier,
  reference: z.string(),
  basis: z.enum(LEGAL_BASES),
  description: shownDescription,
  at: z.string(),
  withdrawnAt: z.string().nullable(),
})

/** A question of the reader's own agency. Of who answered it learns the agency, not the person. */
export const askedQuestion = question.extend({
  by: z.string(),
  record: identifier.nullable(),
  /** Each desk with its answers, the last first: that one counts. */
  desks: z.array(agencyDesk.extend({ answers: z.array(answer) })),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

/** A question to the reader's agency: the asking agency and not the person, and no other desk. */
export const receivedQuestion = question.extend({
  asker: z.string(),
  /** Still waits for this agency's answer: neither answered nor withdrawn. */
  open: z.boolean(),
  /** The agency's own answers, the last first: that one counts. */
  answers: z.array(answer.extend({ by: z.string() })),
})
export type ReceivedQuestion = z.infer<typeof receivedQuestion>

export const questionList = z.object({
  /** The last first. */
  asked: z.array(askedQuestion),
  /** Open ones first, and among them the last. */
  received: z.array(receivedQuestion),
  /** Were there more than one answer holds? Open ones come up as others are answered. */
  more: z.object({ asked: z.boolean(), received: z.boolean() }),
})
export type QuestionList = z.infer<typeof questionList>
