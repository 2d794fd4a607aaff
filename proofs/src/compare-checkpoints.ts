/**
 * What two checkpoints of one log say of each other: two partners who were shown different histories find it out by
 * laying what each of them keeps side by side.
 */
import { sameBytes } from './bytes.ts'
import type { OpenedCheckpoint } from './checkpoint.ts'
import { verifyConsistency } from './merkle.ts'

/**
 * `same`: one size, one root. `grown`: the newer holds all of the older, by the proof. `split_view`: one size and two
 * roots, both signed by the log: whoever holds the two has proved, to anybody, that it showed two histories. `proof_fails`:
 * the proof given does not lead from one to the other; another proof may. `not_shown`: the sizes differ and no proof was
 * given, which says nothing either way. `other_log`: checkpoints of two logs have nothing to say of each other.
 */
export type CheckpointRelation = 'same' | 'grown' | 'split_view' | 'proof_fails' | 'not_shown' | 'other_log'

/** Compares two opened checkpoints, in any order; the proof leads from the smaller to the larger. */
export function compareCheckpoints(
  one: OpenedCheckpoint,
  other: OpenedCheckpoint,
  proof: readonly Uint8Array[] | null,
): CheckpointRelation {
  if (one.origin !== other.origin) return 'other_log'
  if (one.size === other.size) return sameBytes(one.root, other.root) ? 'same' : 'split_view'
  if (proof === null) return 'not_shown'
  const [older, newer] = one.size < other.size ? [one, other] : [other, one]
  return verifyConsistency({ older, newer, proof }) ? 'grown' : 'proof_fails'
}
