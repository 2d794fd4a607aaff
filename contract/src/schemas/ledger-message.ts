import * as z from 'zod'
import { text } from './common.ts'

/** What nodes tell each other of their exchange ledgers: a checkpoint to be cosigned, and what became of it. */

export const CHECKPOINT_FORM = 'proofmark-checkpoint-1'
export const COSIGNATURE_FORM = 'proofmark-cosignature-1'

/** Why a checkpoint was not cosigned. */
export const CHECKPOINT_REFUSALS = [
  /** It is not a checkpoint, or not signed by the key that this partner's ledger had from the start. */
  'unreadable',
  'key_changed',
  'origin_taken',
  /** Its size is one that we hold with another root. */
  'split_view',
  /** It is smaller than what we hold. */
  'rolled_back',
  /** The proof does not lead from what we hold to it. */
  'proof_fails',
  /** The proof begins at another size than the one we hold: say the size, and it is sent again. */
  'proof_from_elsewhere',
] as const
export type CheckpointRefusal = (typeof CHECKPOINT_REFUSALS)[number]

/** A signed note with all its lines; never more, whatever it is said to hold. */
const NOTE_LIMIT = 20_000
const note = z.string().min(1).max(NOTE_LIMIT)
const size = z.number().int().min(0)
const key = text(300)

export const checkpointMessage = z.strictObject({
  form: z.literal(CHECKPOINT_FORM),
  /** The text of the ledger's verifier key. Believed once, when the first checkpoint comes; then held to. */
  key,
  checkpoint: note,
  /** The size from which the proof leads to the checkpoint's; 0 with an empty proof where it is the first. */
  older: size,
  proof: z.array(z.string().length(44)).max(64),
})
export type CheckpointMessage = z.infer<typeof checkpointMessage>

export const cosignatureMessage = z.strictObject({
  form: z.literal(COSIGNATURE_FORM),
  /** The text of the witness's key, likewise. */
  key: key.nullable(),
  size,
  /** The line of the signed note; null where it was refused. */
  line: text(1_000).nullable(),
  refused: z.enum(CHECKPOINT_REFUSALS).nullable(),
  /** What the witness holds of this ledger, as it came. */
  holds: size,
  held: note.nullable(),
})
export type CosignatureMessage = z.infer<typeof cosignatureMessage>
