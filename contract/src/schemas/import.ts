import * as z from 'zod'

export const importReject = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
  accepted: z.string(),
})
export type ImportReject = z.infer<typeof importReject>

/** What an import did: `rows` is always `accepted + rejected + unchanged + changed`; nothing is lost in between. */
export const importSummary = z.object({
  import: z.string().nullable(),
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  unchanged: z.number().int(),
  changed: z.number().int(),
  /** Columns that were kept with each row and that no rule understands. */
  unused: z.array(z.string()),
  rejects: z.array(importReject),
})
export type ImportSummary = z.infer<typeof importSummary>
