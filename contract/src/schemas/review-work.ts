import * as z from 'zod'
import { grounds, identifier } from './common.ts'
import { judgement } from './judgement.ts'
import { reviewPair } from './review.ts'

const ends = { record: identifier, other: identifier }

export const colleagueList = z.object({ colleagues: z.array(z.object({ account: identifier, name: z.string() })) })
export type ColleagueList = z.infer<typeof colleagueList>

/** `to`: the reader themselves takes it, or a colleague is given it; null: it is given back. */
export const assignRequest = z.strictObject({ ...ends, to: identifier.nullable(), grounds })
export const assignedAnswer = z.object({ assigned: z.object({ name: z.string(), own: z.boolean() }).nullable() })

/** A colleague is asked for a verdict of their own, and sees no other before they gave it. */
export const opinionRequest = z.strictObject({ id: identifier, ...ends, of: identifier, grounds })
export const opinionAsked = z.object({ id: identifier, of: z.string() })

export const reviewWorkRequest = z.strictObject({ grounds })
const end = reviewPair.shape.one
const told = { one: end, other: end }
export const reviewWork = z.object({
  /** Verdicts of others that wait for a second person. */
  seconds: z.array(z.object({ ...told, judgement })),
  /** Verdicts that colleagues ask of the reader. */
  opinions: z.array(z.object({ ...told, by: z.string(), at: z.string() })),
  /** What the reader asked of colleagues; whether the two agree is told once both have judged. */
  asked: z.array(z.object({ ...told, of: z.string(), at: z.string(), agrees: z.boolean().nullable() })),
})
export type ReviewWork = z.infer<typeof reviewWork>

const estimate = z.object({ value: z.number(), from: z.number(), to: z.number() })
export const reviewAgreement = z.object({
  pairs: z.number().int(),
  agreed: z.number().int(),
  raw: estimate.nullable(),
  kappa: estimate.nullable(),
})
export type ReviewAgreement = z.infer<typeof reviewAgreement>
