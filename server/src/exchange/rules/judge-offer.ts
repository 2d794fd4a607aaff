import type { CheckpointRefusal } from '@proofmark/contract/schemas/ledger-message'
import type { OpenedCheckpoint } from '@proofmark/proofs/checkpoint'
import { compareCheckpoints } from '@proofmark/proofs/compare-checkpoints'

export interface Offer {
  readonly checkpoint: OpenedCheckpoint
  /** The size from which the proof leads. */
  readonly older: number
  readonly proof: readonly Uint8Array[]
}

/**
 * What a witness makes of a checkpoint, beside the newest that it holds of the same ledger: `taken`, `known`, or why not. A
 * witness that took a smaller or another one would vouch for two histories.
 */
export function judgeOffer(
  held: OpenedCheckpoint | null,
  { checkpoint, older, proof }: Offer,
): 'taken' | 'known' | CheckpointRefusal {
  if (held === null) return 'taken'
  if (checkpoint.size < held.size) return 'rolled_back'
  if (checkpoint.size > held.size && older !== held.size) return 'proof_from_elsewhere'
  const relation = compareCheckpoints(held, checkpoint, proof)
  if (relation === 'same') return 'known'
  if (relation === 'grown') return 'taken'
  return relation === 'split_view' ? 'split_view' : 'proof_fails'
}
