import * as z from 'zod'
import { name } from './common.ts'

/** Fields of a record's item, as reading them again may change them. */
export const RENEWED_FIELDS = [
  'serial',
  'make',
  'importer',
  'model',
  'calibre',
  'type',
  'action',
  'country',
  'year',
  'category',
  'lethality',
] as const

/** What a field was read as: a table's code and name, or for a mark its number, and what is said of it. */
export const readAs = z.object({ code: z.string().nullable(), name: z.string().nullable(), state: z.string() })

export const renewalRequest = z.strictObject({ agency: name.optional() })

/** The same text that would be read otherwise, in so many records. */
export const readingChange = z.object({
  field: z.enum(RENEWED_FIELDS),
  stated: z.string(),
  from: readAs,
  to: readAs,
  records: z.number().int(),
})
export type ReadingChange = z.infer<typeof readingChange>

/** What reading an agency's records again would change; nothing of it is done yet. */
export const renewalPreview = z.object({
  /** Records that would be read again, and those of them that would read otherwise. */
  records: z.number().int(),
  changed: z.number().int(),
  /** Largest first. */
  changes: z.array(readingChange),
  /** Changes of single fields that are not among those. */
  others: z.number().int(),
})
export type RenewalPreview = z.infer<typeof renewalPreview>

export const RENEWAL_STATES = ['running', 'stopped', 'failed', 'done'] as const

/** How far the reading again has come. */
export const renewalState = z.object({
  renewal: z.string(),
  agency: z.string(),
  state: z.enum(RENEWAL_STATES),
  records: z.number().int(),
  changed: z.number().int(),
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type RenewalState = z.infer<typeof renewalState>
/** The last one; null where none was ever begun. */
export const renewalShow = z.object({ renewal: renewalState.nullable() })
