/** What an examination of a log can find, each kind with the parameters that name the place. Texts are the reader's. */
import type { ProofErrorCode } from './errors.ts'

/** One fault. `index` counts leaves from 0, `size` is a number of leaves, `checkpoint` a position in the list examined. */
export type Finding =
  /** The head shown is not the one this leaf commits to. */
  | { readonly kind: 'entry_changed'; readonly index: number; readonly id: string }
  /** The head shown cannot be the head of an entry at all. */
  | { readonly kind: 'entry_malformed'; readonly index: number; readonly reason: string }
  /** The body shown is not the one that the head commits to. */
  | { readonly kind: 'body_changed'; readonly index: number; readonly id: string }
  /** What stands at this place of the stream is not a leaf. */
  | { readonly kind: 'leaf_malformed'; readonly position: number; readonly reason: string }
  /** Leaves `from` up to, but not including, `to` are missing. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  /** A leaf of this index was there before; the first one was used. */
  | { readonly kind: 'duplicate'; readonly index: number }
  /** The leaf came later than one with the higher index `after`. */
  | { readonly kind: 'out_of_order'; readonly index: number; readonly after: number }
  /** The root at the newest checkpoint differs; leaves from `agreedAt` up to `size` are not those that were signed. */
  | { readonly kind: 'root_differs'; readonly checkpoint: number; readonly size: number; readonly agreedAt: number }
  /** The same at an older checkpoint: the log was rewritten before it reached `size`. */
  | { readonly kind: 'rewritten_before'; readonly checkpoint: number; readonly size: number; readonly agreedAt: number }
  /** The log has, by its highest index, fewer leaves than a checkpoint says it had. */
  | { readonly kind: 'tree_shorter'; readonly checkpoint: number; readonly size: number; readonly leaves: number }
  /** Two checkpoints of one size state different roots: the log's key signed two histories. */
  | {
      readonly kind: 'checkpoints_conflict'
      readonly checkpoint: number
      readonly other: number
      readonly size: number
    }
  /** The checkpoint is not one of this log, or not signed by it. */
  | { readonly kind: 'checkpoint_refused'; readonly checkpoint: number; readonly code: ProofErrorCode }

/**
 * What became of one checkpoint. `not_reached`: the log is shorter. `not_comparable`: a leaf before it is missing or
 * malformed, so no root can be told. `refused`: not signed by this log.
 */
export type CheckpointStatus = 'agrees' | 'differs' | 'not_reached' | 'not_comparable' | 'refused'

export interface CheckpointOutcome {
  readonly checkpoint: number
  /** Null for a refused checkpoint: an unsigned size says nothing. */
  readonly size: number | null
  readonly status: CheckpointStatus
}

/** The result of an examination. */
export interface LogReport {
  /** Nothing was found, and at least one checkpoint was there to compare with and agreed. */
  readonly sound: boolean
  /** Leaves from 0 without a fault of order: the tree that was computed. */
  readonly size: number
  /** Root of that tree. */
  readonly root: Uint8Array
  /** Largest size at which a checkpoint agreed; leaves beyond it are vouched for by nobody yet. */
  readonly agreedAt: number
  readonly checkpoints: readonly CheckpointOutcome[]
  /** In the order met; at most `MAX_FINDINGS`. */
  readonly findings: readonly Finding[]
  /** How many findings more there were. */
  readonly omitted: number
}

/** Most findings that a report lists, so that a log gone wholly wrong does not fill the memory. */
export const MAX_FINDINGS = 1_000

/** Collects findings up to the limit and counts the rest. */
export class FindingList {
  readonly findings: Finding[] = []
  omitted = 0

  add(finding: Finding): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push(finding)
    else this.omitted += 1
  }
}
