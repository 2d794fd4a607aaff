import * as z from 'zod'
import { item } from './item.ts'

export const importReject = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
  accepted: z.string(),
})
export type ImportReject = z.infer<typeof importReject>

const counts = {
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  unchanged: z.number().int(),
  changed: z.number().int(),
}

/** `interrupted`: whoever was at work on it is gone; it can be gone on with or taken back. */
export const IMPORT_STATES = [
  'receiving',
  'running',
  'interrupted',
  'stopped',
  'failed',
  'done',
  'taking_back',
  'taken_back',
  'putting_back',
] as const
export type ImportShowState = (typeof IMPORT_STATES)[number]

/** How much of a field the tables read, of the assertions that state it; `named` where they know it by a name. */
export const readShare = z.object({ stated: z.number().int(), read: z.number().int(), named: z.number().int() })

/** A row of the file as stated, and the items that were read from it. */
export const importSample = z.object({
  row: z.number().int(),
  stated: z.record(z.string(), z.string()),
  items: z.array(item),
})

/** What an import did: `rows` is always `accepted + rejected + unchanged + changed`; nothing is lost in between. */
export const importSummary = z.object({
  import: z.string().nullable(),
  state: z.enum(IMPORT_STATES),
  /** By which version of the profile; null where the file has our own columns. */
  profileVersion: z.number().int().nullable(),
  ...counts,
  /** Columns that were kept with each row and that no rule understands. */
  unused: z.array(z.string()),
  /** Columns that the profile names and the file lacks. */
  absent: z.array(z.string()),
  read: z.partialRecord(z.enum(['serial', 'make', 'model', 'calibre', 'type', 'country']), readShare),
  /** The first rows, in a preview. */
  sample: z.array(importSample),
  rejects: z.array(importReject),
})
export type ImportSummary = z.infer<typeof importSummary>

/** An import as its page says what is in. */
export const importShow = z.object({
  import: z.string(),
  source: z.string(),
  agency: z.string(),
  door: z.enum(['file', 'hand']),
  state: z.enum(IMPORT_STATES),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Of the whole file; null while it is not known. */
  bytes: z.number().int().nullable(),
  bytesDone: z.number().int(),
  profileVersion: z.number().int().nullable(),
  /** What an interrupted one was at. */
  interruptedIn: z.enum(['running', 'taking_back', 'putting_back']).nullable(),
  /** The error that it failed with: its code, and its sentence in the reader's language. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  ...counts,
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ImportShow = z.infer<typeof importShow>
/** Rows that came back, in the file's order; `more` where there are further ones. */
export const importRejectList = z.object({ rejects: z.array(importReject), more: z.boolean() })
export type ImportRejectList = z.infer<typeof importRejectList>
export const importList = z.object({ imports: z.array(importShow) })

export const importJudgeRequest = z.strictObject({ verdict: z.enum(['taken_back', 'put_back']) })
export const importJudged = z.object({ import: z.string(), records: z.number().int() })
