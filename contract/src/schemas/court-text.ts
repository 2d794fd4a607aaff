import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { grounds, identifier } from './common.ts'
import { item } from './item.ts'

export const courtTextRequest = z.strictObject({
  record: identifier,
  /** This pair alone; without it, all records of the firearm. */
  other: identifier.optional(),
  grounds,
})
export type CourtTextRequest = z.input<typeof courtTextRequest>

/** A field, and what is said of it in words. */
const said = z.object({ field: z.string(), text: z.string() })
/** A person who looked at a pair and came to what is stated. */
const witness = z.object({ name: z.string(), agency: z.string().nullable(), at: z.string() })
const reference = { record: identifier, source: z.string(), key: z.string(), agency: z.string() }

/**
 * What may be said in court of the records of a firearm: in words, without a probability or any other figure of the model.
 * Records are named by their numbers in `records`, counted from 1.
 */
export const courtText = z.object({
  written: z.string(),
  by: z.object({ name: z.string(), agency: z.string().nullable() }),
  reference: z.string().nullable(),
  records: z.array(
    z.object({
      ...reference,
      event: z.enum(EVENT_KINDS),
      date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      read: item,
    }),
  ),
  links: z.array(
    z.object({
      one: z.number().int(),
      other: z.number().int(),
      /** At least two. */
      judgedBy: z.array(witness),
      agree: z.array(said),
      differ: z.array(said),
      /** Fields that are not stated on both sides. */
      silent: z.array(z.string()),
    }),
  ),
  /** Other records that were considered for one of these, and what came of it. */
  rivals: z.array(z.object({ ...reference, of: z.number().int(), text: z.string() })),
  /** What these words do not say. */
  limits: z.string(),
})
export type CourtText = z.infer<typeof courtText>
