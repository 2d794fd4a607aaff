import * as z from 'zod'
import { KEY_CHANGE_KINDS, KEY_CHANGE_VERDICTS } from '../exchange-words.ts'
import { identifier, moment } from './common.ts'
import { nodeName } from './partner.ts'

const what = z.enum(KEY_CHANGE_KINDS)
const verdict = z.enum(KEY_CHANGE_VERDICTS)

/** Keys that partners offer in place of others, and ours that partners were told of. */
export const keyChangeList = z.object({
  offered: z.array(
    z.object({
      partner: nodeName,
      message: identifier,
      what,
      at: moment,
      /** What is to be compared with the partner over another way: fingerprints and keys, one a line. */
      fingerprints: z.array(z.string()),
      verdict: verdict.nullable(),
      by: z.string().nullable(),
      decidedAt: moment.nullable(),
    }),
  ),
  own: z.array(
    z.object({
      change: identifier,
      what,
      by: z.string(),
      at: moment,
      switchedAt: moment.nullable(),
      told: z.array(z.object({ partner: nodeName, answer: verdict.nullable(), at: moment.nullable() })),
    }),
  ),
  /** The last day of the certificate that this node shows; null where no node runs here. */
  certificateEnds: moment.nullable(),
})
export type KeyChangeList = z.infer<typeof keyChangeList>

export const keyChangeDecision = z.strictObject({ partner: nodeName, message: identifier, verdict })
