import * as z from 'zod'

const moment = z.string()
const refused = { partner: z.string(), reason: z.string(), text: z.string(), at: moment, held: z.string().nullable() }

/** How the exchange ledger stands with those who witness it, and theirs with us. */
export const ledgerShow = z.object({
  /** Text of the ledger's key; null before anything was signed. */
  key: z.string().nullable(),
  checkpoint: z.object({ size: z.number().int(), note: z.string(), at: moment }).nullable(),
  cosignatures: z.array(
    z.object({
      partner: z.string(),
      size: z.number().int(),
      line: z.string(),
      at: moment,
      cosigner: z.string().nullable(),
    }),
  ),
  disputes: z.array(z.object(refused)),
  witnessed: z.array(
    z.object({ partner: z.string(), key: z.string(), size: z.number().int(), note: z.string(), at: moment }),
  ),
  refusals: z.array(z.object({ ...refused, offered: z.string() })),
})
export type LedgerShow = z.infer<typeof ledgerShow>
