import * as z from 'zod'
import { grounds, identifier, text } from './common.ts'

export const logReadRequest = z.strictObject({
  account: text(120).optional(),
  subject: identifier.optional(),
  before: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(500).default(100),
  grounds,
})

export const logEntry = z.object({
  entry: identifier,
  index: z.number().int().nullable(),
  at: z.string(),
  account: z.string().nullable(),
  agency: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  purpose: z.string().nullable(),
  subjects: z.array(z.string()),
  body: z.record(z.string(), z.unknown()).nullable(),
  erasedUnder: identifier.nullable(),
})
export type LogEntry = z.infer<typeof logEntry>
/** What an identifier among the subjects of entries stands for, where that has a name; of a record none is told. */
export const namedSubject = z.object({ kind: z.enum(['account', 'agency', 'source']), name: z.string() })
export const logRead = z.object({ entries: z.array(logEntry), names: z.record(z.string(), namedSubject) })
export type LogRead = z.infer<typeof logRead>

export const logVerifyRequest = z.strictObject({ checkpoint: z.string().max(10_000).optional() })
/**
 * What the check of the access log and of the exchange ledger found; `pending` entries are written but not yet in the
 * tree. Size and root are the access log's.
 */
export const logVerify = z.object({
  ok: z.boolean(),
  size: z.number().int(),
  root: z.string(),
  pending: z.number().int(),
  exchange: z.object({ size: z.number().int(), root: z.string(), pending: z.number().int() }),
  faults: z.array(
    z.object({
      tree: z.enum(['access', 'exchange']),
      fault: z.string(),
      entry: z.string().nullable(),
      index: z.number().nullable(),
      text: z.string(),
    }),
  ),
})
export type LogVerify = z.infer<typeof logVerify>
