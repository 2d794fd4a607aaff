/**
 * The Merkle tree of RFC 6962, section 2.1 (the same in RFC 9162, section 2.1) over SHA-256: what a root commits to,
 * and the two proofs an outsider can ask for. *Inclusion*: this leaf is in the tree with that root. *Consistency*: the
 * newer tree is the older one with leaves added at its end, and nothing else.
 */
import { isHash, requireHash, sameBytes, sha256 } from './bytes.ts'
import { ProofError } from './errors.ts'

const LEAF_PREFIX = Uint8Array.of(0x00)
const NODE_PREFIX = Uint8Array.of(0x01)

/** Number of leaves and root of a tree: what a checkpoint states. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Leaves from index `start` up to, but not including, index `end`. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** Hash of a leaf: SHA-256(0x00 || data). */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(LEAF_PREFIX, data)
}

/** Hash of an inner node: SHA-256(0x01 || left || right). Both are 32 bytes, else `malformed_hash`. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  requireHash(left, 'left child')
  requireHash(right, 'right child')
  return sha256(NODE_PREFIX, left, right)
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256()
}

/** Root of the tree over these leaf hashes, in order. Each is 32 bytes, else `malformed_hash`. */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  return leafHashes.length === 0 ? emptyRoot() : rootOfRange(leafHashes, { start: 0, end: leafHashes.length })
}

/**
 * The subtrees whose roots, in this order, are the inclusion proof of leaf `index` in the tree of `size` leaves
 * (RFC 9162, section 2.1.3.1). For a log that keeps subtree roots, or reads one range of leaves at a time: the root of a
 * range is the root of its leaves taken as a tree of their own.
 *
 * Throws `out_of_range` unless 0 <= index < size.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  requireCount(size, 'tree size')
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new ProofError('out_of_range', `Leaf ${index} is not in a tree of ${size} leaves; 0 to size - 1 is accepted.`)
  const ranges: LeafRange[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + largestPowerOfTwoBelow(end - start)
    if (index < middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
    }
  }
  return ranges
}

/**
 * The subtrees whose roots, in this order, are the consistency proof from `olderSize` to `newerSize` leaves
 * (RFC 9162, section 2.1.4.1). Equal sizes, and an empty older tree, need no proof: the list is empty.
 *
 * Throws `out_of_range` unless 0 <= olderSize <= newerSize.
 */
export function consistencyRanges(olderSize: number, newerSize: number): LeafRange[] {
  requireCount(olderSize, 'older size')
  requireCount(newerSize, 'newer size')
  if (olderSize > newerSize)
    throw new ProofError('out_of_range', `The older size ${olderSize} is above the newer size ${newerSize}.`)
  if (olderSize === 0) return []
  const ranges: LeafRange[] = []
  let start = 0
  let end = newerSize
  while (end !== olderSize) {
    const middle = start + largestPowerOfTwoBelow(end - start)
    if (olderSize <= middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
    }
  }
  // Where the older tree is itself a subtree of the newer one, the verifier has its root already.
  return start === 0 ? ranges : [{ start, end }, ...ranges]
}

/** Inclusion proof of leaf `index` in the tree over `leafHashes`, from the leaf upwards. Throws as `inclusionRanges`. */
export function inclusionProof(leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  return inclusionRanges(index, leafHashes.length).map((range) => rootOfRange(leafHashes, range))
}

/** Consistency proof from the first `olderSize` leaves to all of `leafHashes`. Throws as `consistencyRanges`. */
export function consistencyProof(leafHashes: readonly Uint8Array[], olderSize: number): Uint8Array[] {
  return consistencyRanges(olderSize, leafHashes.length).map((range) => rootOfRange(leafHashes, range))
}

/**
 * Does the proof show that the leaf with this hash stands at `index` of the tree? (RFC 9162, section 2.1.3.2.) False for
 * whatever does not, malformed proofs included; it never throws on hostile input.
 */
export function verifyInclusion(claim: {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly tree: TreeHead
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { index, tree, proof } = claim
  if (!isCount(index) || !isTreeHead(tree) || index >= tree.size) return false
  if (!isHash(claim.leafHash) || !proof.every(isHash)) return false
  let node = index
  let last = tree.size - 1
  let hash = claim.leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameBytes(hash, tree.root)
}

/**
 * Does the proof show that the newer tree only adds leaves to the older one? (RFC 9162, section 2.1.4.2.) Beyond the
 * RFC: equal sizes need equal roots and an empty proof, and every tree follows the empty one, whose root must then be
 * the empty root. False for whatever does not hold; it never throws on hostile input.
 */
export function verifyConsistency(claim: {
  readonly older: TreeHead
  readonly newer: TreeHead
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { older, newer, proof } = claim
  if (!isTreeHead(older) || !isTreeHead(newer) || !proof.every(isHash)) return false
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (older.size > newer.size) return false
  if (older.size === 0) return proof.length === 0

  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  let node = older.size - 1
  let last = newer.size - 1
  while (isOdd(node)) [node, last] = [half(node), half(last)]
  let olderHash = first
  let newerHash = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      olderHash = nodeHash(sibling, olderHash)
      newerHash = nodeHash(sibling, newerHash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      newerHash = nodeHash(newerHash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameBytes(olderHash, older.root) && sameBytes(newerHash, newer.root)
}

function rootOfRange(leafHashes: readonly Uint8Array[], { start, end }: LeafRange): Uint8Array {
  if (end - start === 1) {
    const leaf = leafHashes[start]
    requireHash(leaf, `hash of leaf ${start}`)
    return leaf
  }
  const middle = start + largestPowerOfTwoBelow(end - start)
  return nodeHash(rootOfRange(leafHashes, { start, end: middle }), rootOfRange(leafHashes, { start: middle, end }))
}

/** The largest power of two smaller than `count`, which is at least 2: where RFC 6962 splits a tree. */
function largestPowerOfTwoBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

// Arithmetic instead of bit operators: those work on 32 bits, sizes go up to 2^53 - 1.
function half(value: number): number {
  return Math.floor(value / 2)
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}

function isPowerOfTwo(value: number): boolean {
  return value === 1 || value === 2 * largestPowerOfTwoBelow(value)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function requireCount(value: number, what: string): void {
  if (!isCount(value))
    throw new ProofError('out_of_range', `The ${what} is ${value}; a whole number from 0 to 2^53 - 1 is accepted.`)
}

/** Right by its shape; and a tree without leaves has but one root. */
function isTreeHead(tree: TreeHead): boolean {
  return isCount(tree.size) && isHash(tree.root) && (tree.size > 0 || sameBytes(tree.root, emptyRoot()))
}
