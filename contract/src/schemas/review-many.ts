import * as z from 'zod'
import { grounds, identifier, text } from './common.ts'
import { reviewPair } from './review.ts'

/** More are not decided at once: nobody answers for what they cannot look through. */
export const MOST_AT_ONCE = 1_000

/** What may be said of many pairs at once. */
export const MANY_VERDICTS = ['same', 'different'] as const
const verdict = z.enum(MANY_VERDICTS)

/** Which pairs are meant: of those that no person has judged. */
export const manyPreviewRequest = z.strictObject({
  /** Names of the sources of the one record and of the other. */
  source: text(120),
  with: text(120),
  /** The marks read the same. */
  sameMark: z.boolean().default(true),
  /** Both state a make, and it is the same. */
  sameMake: z.boolean().default(true),
  /** Least and most probability. */
  least: z.number().min(0).max(1),
  most: z.number().min(0).max(1).default(1),
  verdict,
  grounds,
})
export type ManyPreviewRequest = z.input<typeof manyPreviewRequest>

const pair = z.strictObject({ record: identifier, other: identifier })

export const manyPreview = z.object({
  /** The pairs themselves, to be sent back as they are. */
  pairs: z.array(pair),
  /** There are more than are decided at once. */
  more: z.boolean(),
  /** Those for which least speaks. */
  weakest: z.array(reviewPair),
  /** How many firearms the records are of now, and would be of. */
  firearms: z.object({ now: z.number().int(), after: z.number().int() }),
  /** So many pairs would stay apart all the same: a register lists both, or a person judged otherwise. */
  heldBack: z.number().int(),
})
export type ManyPreview = z.infer<typeof manyPreview>

export const manyDecideRequest = z.strictObject({
  /** Chosen by the client: the same decision sent again is the same decision. */
  id: identifier,
  pairs: z.array(pair).min(1).max(MOST_AT_ONCE),
  verdict,
  /** Why all of them are so. */
  reason: text(500).regex(/\S/),
  grounds,
})
export type ManyDecideRequest = z.input<typeof manyDecideRequest>

export const manyDecided = z.object({
  id: identifier,
  /** Judgements that were made, and pairs that a person had judged meanwhile. */
  made: z.number().int(),
  passedOver: z.number().int(),
})

export const manyWithdrawRequest = z.strictObject({ id: identifier, reason: text(500).regex(/\S/).optional(), grounds })
export const manyWithdrawn = z.object({
  id: identifier,
  /** Judgements that were taken back, and such as stand no longer: somebody judged since, or took them back. */
  withdrawn: z.number().int(),
  gone: z.number().int(),
})
