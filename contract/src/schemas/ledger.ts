import * as z from 'zod'
import { nodeName } from './partner.ts'

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
  /** What was exchanged last, the newest first: without content, as it stands in the tree. */
  entries: z.array(
    z.object({
      /** Its place in the tree; null until it has one. */
      index: z.number().int().nullable(),
      at: moment,
      direction: z.enum(['outgoing', 'incoming']),
      partner: z.string().nullable(),
      kind: z.string(),
      hash: z.string(),
    }),
  ),
  /** Up to which size each partner holds our ledger, and when it was last sent a checkpoint. */
  shown: z.array(z.object({ partner: z.string(), holds: z.number().int(), sentAt: moment.nullable() })),
})
export type LedgerShow = z.infer<typeof ledgerShow>

/** To one partner, or to all that may have it. */
export const ledgerSendRequest = z.strictObject({ partner: nodeName.optional() })
export const ledgerSent = z.object({ sent: z.array(z.string()) })
