import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import * as z from 'zod'
import { HANDLING_CODES, SOURCE_VISIBILITIES } from '../source-words.ts'
import { grounds, identifier, name, text } from './common.ts'
import { item } from './item.ts'

const years = z.int().min(1).max(1_000)

export const sourceAddRequest = z.strictObject({
  name,
  kind: z.enum(SOURCE_KINDS),
  agency: name,
  handling: z.enum(HANDLING_CODES).default('H0'),
  /** Does what one person judges of its records wait for a second? */
  fourEyes: z.boolean().default(false),
  visibility: z.enum(SOURCE_VISIBILITIES).optional(),
  /** Years for which its records are kept, and after which a record that bears a person is looked at again. */
  retentionYears: years.optional(),
  reviewYears: years.optional(),
})
export type SourceAddRequest = z.input<typeof sourceAddRequest>

export const source = z.object({
  name: z.string(),
  kind: z.enum(SOURCE_KINDS),
  agency: z.string(),
  handling: z.enum(HANDLING_CODES),
  visibility: z.enum(SOURCE_VISIBILITIES),
  records: z.number().int(),
  id: identifier,
  /** Is it the reader's own agency's? */
  own: z.boolean(),
  fourEyes: z.boolean(),
  /** Years for which its records are kept; null: as long as the law asks. */
  retentionYears: z.number().int().nullable(),
  /** Years after which a record that bears a person is looked at again. */
  reviewYears: z.number().int(),
  /** The last import or entry by hand; of the reader's own agency alone, null of another and where there is none. */
  lastImport: z.object({ import: z.string(), door: z.enum(['file', 'hand']), at: z.string() }).nullable(),
})
export type Source = z.infer<typeof source>
export const sourceList = z.object({ sources: z.array(source) })

export const sourceRecordsRequest = z.strictObject({
  source: identifier,
  limit: z.number().int().min(1).max(200).default(100),
  /** `next` of an earlier answer about the same source. */
  after: text(400).optional(),
  grounds,
})
export type SourceRecordsRequest = z.input<typeof sourceRecordsRequest>

/** One record of a source as it stands. */
export const sourceRecord = z.object({
  record: identifier,
  key: z.string(),
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  read: item,
})
export type SourceRecord = z.infer<typeof sourceRecord>

export const sourceRecords = z.object({
  source: z.object({ id: identifier, name: z.string(), agency: z.string(), kind: z.enum(SOURCE_KINDS) }),
  /** Those that the last import brought first. A page may hold fewer than were asked for although more follow. */
  records: z.array(sourceRecord),
  /** To be handed back as `after`; null where there are no more records. */
  next: z.string().nullable(),
})
export type SourceRecords = z.infer<typeof sourceRecords>
