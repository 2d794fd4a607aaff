import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import * as z from 'zod'
import { LIFE_STATUSES } from '../life-words.ts'
import { CHAIN_LINKS, REVIEW_KINDS } from '../review-words.ts'
import { grounds, identifier, text } from './common.ts'
import { item } from './item.ts'
import { match } from './judgement.ts'

const kind = z.enum(REVIEW_KINDS)

/** A place in the queue, as an answer gave it. */
const place = z.strictObject({ worth: z.number(), record: identifier, other: identifier })

export const reviewListRequest = z.strictObject({
  /** Name of a source that either record is of. */
  source: text(120).optional(),
  /** Agency that keeps either record. */
  agency: identifier.optional(),
  kind: kind.optional(),
  /** Those alone that the reader has taken or was given. */
  mine: z.boolean().optional(),
  after: place.optional(),
  limit: z.number().int().min(1).max(100).default(25),
  grounds,
})
export type ReviewListRequest = z.input<typeof reviewListRequest>

const reference = z.object({ record: identifier, source: z.string(), key: z.string() })

const listedRecord = z.object({
  ...reference.shape,
  agency: z.string(),
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  read: item,
})

const assigned = z.object({ name: z.string(), own: z.boolean() })

export const reviewPair = z.object({
  kind,
  probability: z.number().min(0).max(1),
  worth: z.number(),
  /** Why it stands where it does, the weightiest reason first. */
  why: z.array(z.string()),
  one: listedRecord,
  other: listedRecord,
  assigned: assigned.nullable(),
})
export type ReviewPair = z.infer<typeof reviewPair>

export const reviewList = z.object({
  pairs: z.array(reviewPair),
  count: z.number().int(),
  /** There are more than were counted. */
  more: z.boolean(),
  /** Has every record been looked at? Else more may wait than is told. */
  whole: z.boolean(),
  next: place.nullable(),
})
export type ReviewList = z.infer<typeof reviewList>

export const reviewShowRequest = z.strictObject({ record: identifier, other: identifier, grounds })

/** What a verdict would change for this reader, of the firearm that the first record is of. */
const effect = z.object({
  /** How many records would be of it. */
  records: z.number().int(),
  /** Records that would come to it, and that would leave it. */
  joined: z.array(reference),
  parted: z.array(reference),
  status: z.enum(LIFE_STATUSES),
  /** What the rules would find, and would find no more. */
  come: z.array(z.string()),
  gone: z.array(z.string()),
})
export type ReviewEffect = z.infer<typeof effect>

export const reviewShow = z.object({
  /** Null: it waits for nobody (any more), and may be judged all the same. */
  kind: kind.nullable(),
  why: z.array(z.string()),
  /** The record with which the others are compared. */
  own: listedRecord,
  /** The record that is asked about. */
  match,
  /** Which of the two is the part, where their relation is that of a component. */
  part: z.enum(['own', 'match']),
  /** Other records that compete for being of one firearm with it, the likeliest first. */
  rivals: z.array(match),
  status: z.enum(LIFE_STATUSES),
  effects: z.object({ same: effect, different: effect }),
  /** What keeps two records apart that are linked, from the one to the other; null where nothing does. */
  chain: z.array(z.object({ ...reference.shape, link: z.enum(CHAIN_LINKS).nullable() })).nullable(),
  assigned: assigned.nullable(),
})
export type ReviewShow = z.infer<typeof reviewShow>
