/**
 * An append-only tree kept as the roots of its complete subtrees alone, from the left, one for each 1 in the binary
 * form of its size. Enough to append leaves and to tell the root, with O(log n) state and without rereading the tree.
 * The idea and the name are those of transparency-dev/merkle, "Compact ranges", here always starting at leaf 0.
 */
import { requireHash } from './bytes.ts'
import { ProofError } from './errors.ts'
import { emptyRoot, nodeHash } from './merkle.ts'

/** The state to store is `size` and `hashes`; `restoreRange` reads it back. A range never changes: appending makes a new one. */
export interface CompactRange {
  /** Number of leaves appended so far. */
  readonly size: number
  /** 32-byte roots of the complete subtrees, largest (leftmost) first. */
  readonly hashes: readonly Uint8Array[]
}

/** The range without leaves. */
export function emptyRange(): CompactRange {
  return { size: 0, hashes: [] }
}

/** The range after one more leaf, given by its 32-byte leaf hash (else `malformed_hash`). */
export function append(range: CompactRange, leafHash: Uint8Array): CompactRange {
  return appendAll(range, [leafHash])
}

/** The range after these leaf hashes, in order. Each is 32 bytes, else `malformed_hash`. */
export function appendAll(range: CompactRange, leafHashes: Iterable<Uint8Array>): CompactRange {
  const hashes = [...range.hashes]
  let size = range.size
  for (const leafHash of leafHashes) {
    requireHash(leafHash, `hash of leaf ${size}`)
    if (size === Number.MAX_SAFE_INTEGER)
      throw new ProofError('out_of_range', `The range holds ${size} leaves; no more can be counted.`)
    let merged = leafHash
    // Each 1 at the end of the size is a complete subtree that the new leaf completes to one of twice its size.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) merged = nodeHash(hashes.pop()!, merged)
    hashes.push(merged)
    size += 1
  }
  return { size, hashes }
}

/** Root of the RFC 6962 tree over all leaves appended so far: the same as `rootOf` of their hashes. */
export function root(range: CompactRange): Uint8Array {
  return (
    range.hashes.reduceRight<Uint8Array | null>(
      (right, left) => (right === null ? left : nodeHash(left, right)),
      null,
    ) ?? emptyRoot()
  )
}

/**
 * The range that was stored as this size and these hashes.
 *
 * Throws `out_of_range` where the number of hashes does not fit the size, `malformed_hash` where one is not 32 bytes.
 * It cannot tell whether the hashes are the right ones: compare the root with a checkpoint.
 */
export function restoreRange(size: number, hashes: readonly Uint8Array[]): CompactRange {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new ProofError('out_of_range', `The size is ${size}; a whole number from 0 to 2^53 - 1 is accepted.`)
  const expected = onesIn(size)
  if (hashes.length !== expected)
    throw new ProofError(
      'out_of_range',
      `A range of ${size} leaves has ${expected} hashes; ${hashes.length} were given.`,
    )
  hashes.forEach((hash, position) => {
    requireHash(hash, `subtree root ${position}`)
  })
  return { size, hashes: hashes.map((hash) => new Uint8Array(hash)) }
}

function onesIn(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
