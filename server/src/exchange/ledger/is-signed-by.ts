import { openCheckpoint } from '@proofmark/proofs/checkpoint'
import { ProofError } from '@proofmark/proofs/errors'
import type { VerifierKey } from '@proofmark/proofs/note-key'

/** Whether this key signed the checkpoint: what an earlier key signed is not shown beside the one of today. */
export function isSignedBy(note: string, key: VerifierKey): boolean {
  try {
    openCheckpoint(note, { origin: key.name, keys: [key] })
    return true
  } catch (failure) {
    if (failure instanceof ProofError) return false
    throw failure
  }
}
