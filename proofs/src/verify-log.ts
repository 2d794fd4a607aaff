/**
 * Examines a whole log against checkpoints that were kept elsewhere, in one pass and with little memory. It trusts
 * nothing but the keys: neither the leaf hashes, nor the heads and bodies beside them, nor their order.
 */
import { isHash, sameBytes } from './bytes.ts'
import type { PlainData } from './canonical.ts'
import { CheckpointTrack, type LogIdentity } from './checkpoint-track.ts'
import { verifyCommitment } from './commitment.ts'
import { append, type CompactRange, emptyRange, root } from './compact-range.ts'
import { type EntryHead, entryLeafHash, readHead } from './entry-leaf.ts'
import { ProofError } from './errors.ts'
import { IndexOrder } from './index-order.ts'
import { FindingList, type LogReport } from './log-findings.ts'
import { leafHash as hashOfLeaf } from './merkle.ts'

/** One leaf as the log's keeper shows it. */
export interface LogLeaf {
  /** Its place in the tree, from 0. */
  readonly index: number
  /** 32 bytes. */
  readonly leafHash: Uint8Array
  /** The entry's head, where it is shown; of unknown origin, so read strictly. */
  readonly head?: unknown
  /** The entry's body with its salt, where both are shown. An erased body is simply not there, which is no fault. */
  readonly body?: { readonly salt: Uint8Array; readonly content: PlainData }
  /** In place of a head, for logs of another kind of entry: its identifier, and the bytes that the leaf is the hash of. */
  readonly entry?: { readonly id: string; readonly bytes: Uint8Array }
}

/** A log and the checkpoints to hold against it: texts of signed notes, of any sizes, in any order. */
export interface Examination extends LogIdentity {
  readonly checkpoints: readonly (string | Uint8Array)[]
}

/**
 * Examines leaves given in the order of their indexes. Faults of the log are findings, never errors; it throws only
 * `malformed_key` for keys that are ambiguous, and whatever the iterable throws.
 */
export function verifyLog(examination: Examination, leaves: Iterable<LogLeaf>): LogReport {
  const verification = new LogVerification(examination)
  for (const leaf of leaves) verification.take(leaf)
  return verification.finish()
}

/** The same for leaves that come over time, such as from a database cursor or a file. */
export async function verifyLogStream(examination: Examination, leaves: AsyncIterable<LogLeaf>): Promise<LogReport> {
  const verification = new LogVerification(examination)
  for await (const leaf of leaves) verification.take(leaf)
  return verification.finish()
}

/** An examination under way: `take` each leaf in order, then `finish` once. */
export class LogVerification {
  readonly #findings = new FindingList()
  readonly #order = new IndexOrder()
  readonly #track: CheckpointTrack
  #tree: CompactRange = emptyRange()
  /** A leaf was missing or malformed: from here on no root can be told, but heads and bodies can still be checked. */
  #broken = false
  #position = 0

  constructor(examination: Examination) {
    this.#track = new CheckpointTrack(examination, examination.checkpoints, this.#findings)
    this.#compareIfDue()
  }

  take(leaf: LogLeaf): void {
    const position = this.#position
    this.#position += 1
    const { index, leafHash } = leaf
    if (!Number.isSafeInteger(index) || index < 0) {
      const reason = `The index is ${String(index)}; a whole number from 0 to 2^53 - 1 is accepted.`
      this.#findings.add({ kind: 'leaf_malformed', position, reason })
      return
    }
    const isWhole = isHash(leafHash)
    if (isWhole) this.#checkEntry(leaf)
    else this.#findings.add({ kind: 'leaf_malformed', position, reason: 'The leaf hash is not 32 bytes.' })

    const place = this.#order.place(index)
    if (place.kind === 'duplicate') this.#findings.add({ kind: 'duplicate', index })
    if (place.kind === 'late') this.#findings.add({ kind: 'out_of_order', index, after: place.after })
    if (place.kind === 'ahead' || (place.kind === 'next' && !isWhole)) this.#broken = true
    if (place.kind !== 'next' || this.#broken) return
    this.#tree = append(this.#tree, leafHash)
    this.#compareIfDue()
  }

  finish(): LogReport {
    for (const gap of this.#order.gaps) this.#findings.add({ kind: 'gap', from: gap.start, to: gap.end })
    const { outcomes, agreedAt } = this.#track.finish(this.#order.length)
    const { findings } = this.#findings
    return {
      sound: findings.length === 0 && outcomes.length > 0,
      size: this.#tree.size,
      root: root(this.#tree),
      agreedAt,
      checkpoints: outcomes,
      findings,
      omitted: this.#findings.omitted + this.#order.forgotten,
    }
  }

  #compareIfDue(): void {
    if (this.#track.nextSize === this.#tree.size) this.#track.compare({ size: this.#tree.size, root: root(this.#tree) })
  }

  #checkEntry({ index, leafHash, head, body, entry }: LogLeaf): void {
    if (entry !== undefined && !sameBytes(hashOfLeaf(entry.bytes), leafHash))
      this.#findings.add({ kind: 'entry_changed', index, id: entry.id })
    if (head === undefined) return
    let read: EntryHead
    try {
      read = readHead(head)
      if (!sameBytes(entryLeafHash(read), leafHash)) this.#findings.add({ kind: 'entry_changed', index, id: read.id })
    } catch (error) {
      if (!(error instanceof ProofError)) throw error
      this.#findings.add({ kind: 'entry_malformed', index, reason: error.message })
      return
    }
    if (body !== undefined && !verifyCommitment(read.bodyCommitment, body.salt, body.content))
      this.#findings.add({ kind: 'body_changed', index, id: read.id })
  }
}
