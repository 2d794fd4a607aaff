import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { MATCHED_FIELDS } from '../searched-fields.ts'
import { grounds, identifier, legalBasis, text } from './common.ts'
import { item } from './item.ts'

export const searchRequest = z.strictObject({
  /** Words or a number out of a file: all of them must stand in what is found. */
  words: text(200),
  limit: z.number().int().min(1).max(200).default(20),
  /** `next` of an earlier answer to the same words. */
  after: text(120).optional(),
  grounds,
})
export type SearchRequest = z.input<typeof searchRequest>

/** What of a text matched: its parts put together are the text, or where it is cut, the stretch around the first match. */
export const searchMatch = z.object({
  field: z.enum(MATCHED_FIELDS),
  parts: z.array(z.object({ text: z.string(), matched: z.boolean() })),
  cut: z.object({ before: z.boolean(), behind: z.boolean() }),
})
export type SearchMatch = z.infer<typeof searchMatch>

export const searchedRecord = z.object({
  kind: z.literal('record'),
  record: identifier,
  source: z.string(),
  agency: z.string(),
  key: z.string(),
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  own: z.boolean(),
  read: item,
  matched: z.array(searchMatch),
})

/** A question that the reader's own agency asked others; it rests on one of its records. */
export const searchedQuestion = z.object({
  kind: z.literal('question'),
  question: identifier,
  record: identifier,
  reference: z.string(),
  basis: legalBasis,
  askedBy: z.string(),
  askedAt: z.string(),
  matched: z.array(searchMatch),
})

/** One thing that was found. Whoever reads this skips a `kind` that they do not know: others follow, cases first. */
export const searchResult = z.discriminatedUnion('kind', [searchedRecord, searchedQuestion])
export type SearchResult = z.infer<typeof searchResult>

export const searchAnswer = z.object({
  /** How many this reader may see of each kind. */
  totals: z.object({ record: z.number().int(), question: z.number().int() }),
  /** Questions, the last asked first and on the first page alone, then records, latest event first. */
  results: z.array(searchResult),
  /** To be handed back as `after`; null where there are no more records. */
  next: z.string().nullable(),
})
export type SearchAnswer = z.infer<typeof searchAnswer>
