import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { grounds, identifier } from './common.ts'
import { evidence } from './find.ts'
import { item } from './item.ts'
import { JUDGEMENTS } from './judgement.ts'

export const unnumberedRequest = z.strictObject({ record: identifier, grounds })

/** Why nothing was looked for. */
export const NOTHING_ASKED = ['numbered', 'no_place', 'no_month', 'no_words'] as const

/** Records without a usable number that may be of one firearm with another such record, for a person to judge. */
export const unnumberedAnswer = z.object({
  reason: z.enum(NOTHING_ASKED).nullable(),
  /** How many share a word of the place, a neighbouring month, and the make or the calibre; the first `most` are compared. */
  held: z.number().int(),
  most: z.number().int(),
  candidates: z.array(
    z.object({
      record: identifier,
      source: z.string(),
      key: z.string(),
      agency: z.string(),
      event: z.enum(EVENT_KINDS),
      date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      read: item,
      bits: z.number(),
      evidence: z.array(evidence),
      judged: z.enum(JUDGEMENTS).nullable(),
    }),
  ),
})
export type UnnumberedAnswer = z.infer<typeof unnumberedAnswer>
