/** Holds the checkpoints of one log against its tree while the tree grows, each at its own size. */
import { sameBytes } from './bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { ProofError } from './errors.ts'
import type { CheckpointOutcome, FindingList } from './log-findings.ts'
import type { TreeHead } from './merkle.ts'
import type { VerifierKey } from './note-key.ts'

/** Which log is examined, and by whose keys: the log's own, named by its origin, and any cosigners'. */
export interface LogIdentity {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
}

interface Waiting {
  /** Position in the list that was handed in. */
  readonly checkpoint: number
  readonly opened: OpenedCheckpoint
}

export class CheckpointTrack {
  readonly #findings: FindingList
  /** Those not yet compared, smallest size first. */
  readonly #waiting: Waiting[] = []
  readonly #outcomes: CheckpointOutcome[] = []
  readonly #newestSize: number
  #agreedAt = 0
  #differing = false

  /** Opens all checkpoints (texts of signed notes, in any order); those refused become findings. */
  constructor(log: LogIdentity, notes: readonly (string | Uint8Array)[], findings: FindingList) {
    this.#findings = findings
    notes.forEach((note, checkpoint) => {
      try {
        this.#waiting.push({ checkpoint, opened: openCheckpoint(note, log) })
      } catch (error) {
        // A malformed or ambiguous key is the caller's mistake and says nothing about this checkpoint.
        if (!(error instanceof ProofError) || error.code === 'malformed_key') throw error
        findings.add({ kind: 'checkpoint_refused', checkpoint, code: error.code })
        this.#outcomes.push({ checkpoint, size: null, status: 'refused' })
      }
    })
    this.#waiting.sort((left, right) => left.opened.size - right.opened.size)
    this.#newestSize = this.#waiting.at(-1)?.opened.size ?? 0
    this.#reportConflicts()
  }

  /** The size at which the next comparison is due; null when all are done. */
  get nextSize(): number | null {
    return this.#waiting[0]?.opened.size ?? null
  }

  /** Compares the tree with the checkpoints of its size. To be called at `nextSize`, in growing order. */
  compare(tree: TreeHead): void {
    for (let next = this.#waiting[0]; next?.opened.size === tree.size; next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#judge(next, sameBytes(next.opened.root, tree.root))
    }
  }

  /**
   * What became of each checkpoint, once the log has ended with `length` leaves by its highest index. What has not been
   * compared by then lies beyond the end, or behind a leaf without which no root can be told.
   */
  finish(length: number): { readonly outcomes: readonly CheckpointOutcome[]; readonly agreedAt: number } {
    for (const { checkpoint, opened } of this.#waiting) {
      const { size } = opened
      if (size > length) this.#findings.add({ kind: 'tree_shorter', checkpoint, size, leaves: length })
      this.#outcomes.push({ checkpoint, size, status: size > length ? 'not_reached' : 'not_comparable' })
    }
    const outcomes = this.#outcomes.toSorted((left, right) => left.checkpoint - right.checkpoint)
    return { outcomes, agreedAt: this.#agreedAt }
  }

  #judge({ checkpoint, opened: { size } }: Waiting, agrees: boolean): void {
    this.#outcomes.push({ checkpoint, size, status: agrees ? 'agrees' : 'differs' })
    if (agrees) this.#agreedAt = size
    // A root commits to all leaves before it, so what follows a first difference differs too and is no further fault.
    else if (!this.#differing) {
      const kind = size === this.#newestSize ? 'root_differs' : 'rewritten_before'
      this.#findings.add({ kind, checkpoint, size, agreedAt: this.#agreedAt })
    }
    this.#differing = !agrees
  }

  #reportConflicts(): void {
    for (const [position, { checkpoint, opened }] of this.#waiting.entries()) {
      const other = this.#waiting[position - 1]
      if (other?.opened.size === opened.size && !sameBytes(other.opened.root, opened.root))
        this.#findings.add({ kind: 'checkpoints_conflict', checkpoint, other: other.checkpoint, size: opened.size })
    }
  }
}
