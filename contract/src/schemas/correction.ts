import * as z from 'zod'
import { CORRECTION_ACTS, OUTBOX_STATES } from '../exchange-words.ts'
import { identifier, moment, text } from './common.ts'
import { nodeName } from './partner.ts'

/** A correction of ours, with everybody who was told of what it corrects. */
const made = z.object({
  correction: identifier,
  subject: z.string(),
  said: z.string(),
  erase: z.boolean(),
  by: z.string(),
  at: moment,
  told: z.array(
    z.object({
      partner: nodeName,
      message: identifier,
      state: z.enum(OUTBOX_STATES),
      /** When the partner's receipt came; null where none did. */
      receivedAt: moment.nullable(),
    }),
  ),
})

/** A trace that rests on what a partner corrected: what is proposed, and what was done. */
const touched = z.object({
  trace: identifier,
  direction: z.enum(['outgoing', 'incoming']),
  /** The records that it asks about. */
  asked: z.array(identifier),
  /** Every record that was made of what is corrected, whether it stands or not. */
  made: z.array(identifier),
  /** Records that were made of what is corrected and stand, as far as the reader may see them. */
  records: z.array(identifier),
  proposed: z.enum(CORRECTION_ACTS),
  /** Partners that were told about the same firearm since, and are owed a correction in their turn. */
  toldOn: z.array(nodeName),
  settled: z.object({ act: z.enum(CORRECTION_ACTS), note: z.string(), by: z.string(), at: moment }).nullable(),
})

/** A correction of a partner. */
const received = z.object({
  partner: nodeName,
  message: identifier,
  subject: z.string(),
  /** What it says; null for whoever has no trace that it touches. */
  said: z.string().nullable(),
  erase: z.boolean(),
  at: moment,
  /** Our receipt, which the partner has. */
  receipt: z.string(),
  traces: z.array(touched),
})

export const correctionList = z.object({ made: z.array(made), received: z.array(received) })
export type CorrectionList = z.infer<typeof correctionList>
export type MadeCorrection = CorrectionList['made'][number]
export type ReceivedCorrection = CorrectionList['received'][number]

export const correctionSettleRequest = z.strictObject({
  trace: identifier,
  partner: nodeName,
  message: identifier,
  act: z.enum(CORRECTION_ACTS),
  note: text(500).regex(/\S/),
})
