import * as z from 'zod'
import { FILE_REFUSALS, FILE_STATES, PHOTOGRAPH_VIEWS } from '../recovery-words.ts'
import { day, grounds, identifier, text } from './common.ts'

/** The largest photograph or scan, in bytes. */
export const FILE_LIMIT = 60 * 1024 * 1024
/** The largest part of one that is sent at once. */
export const PART_LIMIT = 4 * 1024 * 1024

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Announces a photograph or a scan. The identifier is chosen by the device: what is announced twice is one file. */
export const fileBeginRequest = z.strictObject({
  file: identifier,
  recovery: identifier,
  exhibit: identifier.optional(),
  kind: z.enum(['photograph', 'scan']).default('photograph'),
  view: z.enum(PHOTOGRAPH_VIEWS).default('other'),
  /** The hash that the device took when the picture was taken. */
  sha256,
  bytes: z.int().min(1),
  grounds,
})
export type FileBeginRequest = z.input<typeof fileBeginRequest>

/** How far a file has come. Parts follow each other: the next begins at `received`. */
export const fileState = z.object({
  file: identifier,
  state: z.enum(FILE_STATES),
  received: z.int(),
  bytes: z.int(),
  /** Why it was refused; else null. */
  reason: z.enum(FILE_REFUSALS).nullable(),
})
export type FileState = z.infer<typeof fileState>

export const fileShow = z.object({
  ...fileState.shape,
  recovery: identifier,
  exhibit: identifier.nullable(),
  kind: z.enum(['photograph', 'scan']),
  view: z.enum(PHOTOGRAPH_VIEWS),
  sha256,
  mediaType: z.string().nullable(),
  /** Of the working copy; null where there is none. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  by: z.string(),
  at: z.string(),
})
export const fileList = z.object({ files: z.array(fileShow) })
export const fileListRequest = z.strictObject({ recovery: identifier, grounds })

/** Lets somebody else have the original, for a purpose and until a day. */
export const originalGrantRequest = z.strictObject({
  to: identifier,
  why: text(500).regex(/\S/),
  until: day,
  grounds,
})
export const originalGranted = z.object({ file: identifier, to: identifier, until: day })
export const originalRequest = z.strictObject({ grounds })
