import type { LogLeaf } from '@proofmark/proofs/verify-log'
import type pg from 'pg'

/** An entry with the hash of its leaf. */
export interface WaitingEntry {
  readonly id: string
  readonly leafHash: Uint8Array
}

/** A leaf as the tables hold it; `shown` is what the entry says today, null where the entry is gone. */
export interface PlacedLeaf {
  readonly index: number
  readonly entry: string
  readonly leafHash: Uint8Array
  readonly shown: Pick<LogLeaf, 'head' | 'body' | 'entry'> | null
}

/**
 * One of the two trees: of access, which never leaves the installation, and of exchange, whose checkpoints partners
 * cosign. What differs is what an entry is and where it stands; places, checkpoints and their examination do not.
 */
export interface LedgerTree {
  readonly entries: string
  readonly queue: string
  readonly leaves: string
  readonly frontier: string
  readonly checkpoints: string
  readonly keys: string
  /** Number of the lock under which one process at a time gives places. */
  readonly lock: number
  /** At most so many entries that wait for a place, in any order. */
  readonly waiting: (client: pg.ClientBase, limit: number) => Promise<readonly WaitingEntry[]>
  /** At most so many leaves after this index, in order. */
  readonly placed: (client: pg.ClientBase, after: number, limit: number) => Promise<readonly PlacedLeaf[]>
}
