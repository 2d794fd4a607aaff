import { VOCABULARY_FIELDS } from '@proofmark/domain/vocabulary-field'
import * as z from 'zod'
import { identifier, name } from './common.ts'
import { readAs, readingChange } from './renewal.ts'
import { vocabularyCode, vocabularyMeans, vocabularyStated } from './vocabulary.ts'

const field = z.enum(VOCABULARY_FIELDS)
const agency = name.optional()
const which = { field, text: vocabularyStated, make: vocabularyCode.optional() }
const number = z.string().regex(/^\d{1,18}$/)

export const PROPOSAL_STRENGTHS = ['strong', 'fair', 'weak'] as const
export const PROPOSAL_REASONS = [
  'spelling',
  'sound',
  'cut',
  'run_together',
  'part',
  'is_model',
  'model_of_make',
  'country_of_make',
  'others_state',
] as const

/** Why a meaning is proposed: what it is like, or what the records beside it state, in shares from 0 to 1. */
export const proposalReason = z.object({
  reason: z.enum(PROPOSAL_REASONS),
  word: z.string(),
  /** What of the text is left beside the word. */
  rest: z.string().nullable(),
  /** For `others_state`: which of their fields. */
  field: z.enum(['make', 'model', 'calibre', 'type', 'country', 'shape']).nullable(),
  /** The share of the records with this text, and of those of the meaning, that state it. */
  here: z.number().nullable(),
  there: z.number().nullable(),
})
export type ProposalReasonShown = z.infer<typeof proposalReason>

export const vocabularyProposal = z.object({
  code: z.string().nullable(),
  said: z.string().nullable(),
  name: z.string().nullable(),
  strength: z.enum(PROPOSAL_STRENGTHS),
  reasons: z.array(proposalReason),
})
export type VocabularyProposal = z.infer<typeof vocabularyProposal>

export const vocabularyProposeRequest = z.strictObject({
  texts: z.array(z.strictObject(which)).min(1).max(20),
  agency,
})
export type VocabularyProposeRequest = z.infer<typeof vocabularyProposeRequest>
/** In the order in which they were asked for; `records` are those with the text whose surroundings were looked at. */
export const vocabularyProposals = z.object({
  texts: z.array(z.object({ records: z.number().int(), proposals: z.array(vocabularyProposal) })),
})
export type VocabularyProposals = z.infer<typeof vocabularyProposals>

const decisions = z
  .array(z.strictObject({ ...which, means: vocabularyMeans }))
  .min(1)
  .max(200)
const refusal = z.object({ code: z.string(), parameters: z.record(z.string(), z.union([z.string(), z.number()])) })

export const vocabularyDecideSeveralRequest = z.strictObject({ decisions, agency })
export type VocabularyDecideSeveralRequest = z.infer<typeof vocabularyDecideSeveralRequest>
/** In the order of the request; one that is refused says why and keeps back no other. */
export const vocabularyDecidedSeveral = z.object({
  decided: z.array(
    z.object({
      decision: z.string().nullable(),
      code: z.string().nullable(),
      name: z.string().nullable(),
      refused: refusal.nullable(),
    }),
  ),
})
export type VocabularyDecidedSeveral = z.infer<typeof vocabularyDecidedSeveral>

export const vocabularyPreviewRequest = z.strictObject({ decisions, agency })
export type VocabularyPreviewRequest = z.infer<typeof vocabularyPreviewRequest>
/** What decisions would change, of which none is taken: counted in all records, read in the first two thousand. */
export const vocabularyPreview = z.object({
  records: z.number().int(),
  read: z.number().int(),
  changed: z.number().int(),
  changes: z.array(readingChange),
  others: z.number().int(),
  samples: z.array(z.object({ record: identifier, field: z.string(), stated: z.string(), from: readAs, to: readAs })),
  refused: z.array(z.object({ at: z.number().int(), ...refusal.shape })),
})
export type VocabularyPreview = z.infer<typeof vocabularyPreview>

export const vocabularyUndoRequest = z.strictObject({ decisions: z.array(number).min(1).max(200), agency })
export type VocabularyUndoRequest = z.infer<typeof vocabularyUndoRequest>
/** `kept`: decisions after which another was taken on the same text. */
export const vocabularyUndone = z.object({ undone: z.number().int(), kept: z.number().int() })
