import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ProofError } from './errors.ts'
import {
  consistencyProof,
  consistencyRanges,
  emptyRoot,
  inclusionProof,
  inclusionRanges,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

/** RFC 6962 section 2.1, word for word: MTH, PATH and SUBPROOF. The slow truth that the rest is held against. */
const split = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1)
const naiveRoot = (d: readonly Uint8Array[]): Uint8Array =>
  d.length === 0
    ? emptyRoot()
    : d.length === 1
      ? d[0]!
      : nodeHash(naiveRoot(d.slice(0, split(d.length))), naiveRoot(d.slice(split(d.length))))
const naivePath = (m: number, d: readonly Uint8Array[]): Uint8Array[] => {
  if (d.length === 1) return []
  const k = split(d.length)
  return m < k
    ? [...naivePath(m, d.slice(0, k)), naiveRoot(d.slice(k))]
    : [...naivePath(m - k, d.slice(k)), naiveRoot(d.slice(0, k))]
}
const naiveSubproof = (m: number, d: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (m === d.length) return whole ? [] : [naiveRoot(d)]
  const k = split(d.length)
  return m <= k
    ? [...naiveSubproof(m, d.slice(0, k), whole), naiveRoot(d.slice(k))]
    : [...naiveSubproof(m - k, d.slice(k), false), naiveRoot(d.slice(0, k))]
}

const leafHashes = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(Uint8Array.of(index >> 8, index & 0xff)))
const head = (leaves: readonly Uint8Array[]) => ({ size: leaves.length, root: rootOf(leaves) })
const flipped = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, position) => (position === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

describe('every tree of up to 70 leaves', () => {
  const all = leafHashes(70)
  const sizes = Array.from({ length: 71 }, (_, size) => size)

  test('has the root and the proofs of the recursive definition, and its proofs verify', () => {
    for (const size of sizes) {
      const leaves = all.slice(0, size)
      const tree = head(leaves)
      assert.deepEqual(tree.root, naiveRoot(leaves))
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(leaves, index)
        assert.deepEqual(proof, naivePath(index, leaves))
        assert.ok(verifyInclusion({ leafHash: leaves[index]!, index, tree, proof }))
      }
      for (let older = 0; older <= size; older += 1) {
        const proof = consistencyProof(leaves, older)
        assert.deepEqual(proof, older === 0 ? [] : naiveSubproof(older, leaves, true))
        assert.ok(verifyConsistency({ older: head(all.slice(0, older)), newer: tree, proof }))
      }
    }
  })
})

const sizeAndIndex = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }))

describe('an inclusion proof fails', () => {
  test('for every other index, and for every other size that needs as many steps or not', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(320), fc.nat(320), ({ size, index }, otherIndex, otherSize) => {
        const leaves = leafHashes(size)
        const tree = head(leaves)
        const claim = { leafHash: leaves[index]!, index, tree, proof: inclusionProof(leaves, index) }
        assert.equal(verifyInclusion({ ...claim, index: otherIndex }), otherIndex === index)
        // The root is fixed, so a wrong size may at most be accepted where the path of the leaf is the same.
        const samePath =
          otherSize > index && JSON.stringify(turns(index, otherSize)) === JSON.stringify(turns(index, size))
        assert.equal(verifyInclusion({ ...claim, tree: { ...tree, size: otherSize } }), samePath)
      }),
    )
  })

  test('when one bit of it, of the leaf or of the root is changed, or a step is taken away, added or moved', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(255), fc.nat(), ({ size, index }, bit, where) => {
        const leaves = leafHashes(size)
        const tree = head(leaves)
        const proof = inclusionProof(leaves, index)
        const claim = { leafHash: leaves[index]!, index, tree, proof }
        const step = proof.length === 0 ? 0 : where % proof.length
        const tampered = [
          { ...claim, leafHash: flipped(claim.leafHash, bit) },
          { ...claim, tree: { ...tree, root: flipped(tree.root, bit) } },
          { ...claim, proof: [...proof, tree.root] },
          { ...claim, proof: [tree.root, ...proof] },
          ...(proof.length === 0
            ? []
            : [
                { ...claim, proof: proof.with(step, flipped(proof[step]!, bit)) },
                { ...claim, proof: proof.toSpliced(step, 1) },
                { ...claim, proof: proof.toSpliced(step, 0, proof[step]!) },
              ]),
          ...(proof.length < 2 ? [] : [{ ...claim, proof: proof.toReversed() }]),
        ]
        for (const wrong of tampered) assert.equal(verifyInclusion(wrong), false)
      }),
    )
  })

  test('when it climbs higher than a tree of that size, though it ends at the root', () => {
    const [left, right] = leafHashes(2)
    const claim = { leafHash: right!, index: 0, tree: { size: 1, root: nodeHash(left!, right!) }, proof: [left!] }
    assert.equal(verifyInclusion(claim), false)
  })

  test('for input that is no leaf, no tree or no proof, without an exception', () => {
    const leaves = leafHashes(5)
    const claim = { leafHash: leaves[2]!, index: 2, tree: head(leaves), proof: inclusionProof(leaves, 2) }
    for (const index of [-1, 1.5, Number.NaN, 5, 2 ** 53, Number.POSITIVE_INFINITY])
      assert.equal(verifyInclusion({ ...claim, index }), false)
    for (const size of [-1, 0, 2, 4.5, Number.NaN, 2 ** 53])
      assert.equal(verifyInclusion({ ...claim, tree: { ...claim.tree, size } }), false)
    assert.equal(verifyInclusion({ ...claim, leafHash: new Uint8Array(31) }), false)
    assert.equal(verifyInclusion({ ...claim, tree: { size: 5, root: new Uint8Array(33) } }), false)
    assert.equal(verifyInclusion({ ...claim, proof: [...claim.proof, new Uint8Array(0)] }), false)
    assert.equal(verifyInclusion({ ...claim, proof: Array(100_000).fill(leaves[0]!) }), false)
  })
})

const twoSizes = fc
  .integer({ min: 1, max: 300 })
  .chain((newer) => fc.record({ newer: fc.constant(newer), older: fc.integer({ min: 1, max: newer }) }))

describe('a consistency proof fails', () => {
  test('when a leaf of the older tree was changed in the newer one', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(), ({ older, newer }, where) => {
        const leaves = leafHashes(newer)
        const rewritten = leaves.with(where % older, leafHash(Uint8Array.of(0xff, 0xff, 0xff)))
        const claim = { older: head(leaves.slice(0, older)), newer: head(rewritten) }
        assert.equal(verifyConsistency({ ...claim, proof: consistencyProof(rewritten, older) }), false)
        assert.equal(verifyConsistency({ ...claim, proof: consistencyProof(leaves, older) }), false)
      }),
    )
  })

  test('when one bit of it or of a root is changed, a step is taken away or added, or the trees are exchanged', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(255), fc.nat(), ({ older, newer }, bit, where) => {
        const leaves = leafHashes(newer)
        const proof = consistencyProof(leaves, older)
        const claim = { older: head(leaves.slice(0, older)), newer: head(leaves), proof }
        const step = proof.length === 0 ? 0 : where % proof.length
        const tampered = [
          { ...claim, older: { ...claim.older, root: flipped(claim.older.root, bit) } },
          { ...claim, newer: { ...claim.newer, root: flipped(claim.newer.root, bit) } },
          { ...claim, older: { ...claim.older, size: older + 1 } },
          { ...claim, older: { ...claim.older, size: older - 1 } },
          { ...claim, proof: [...proof, claim.older.root] },
          { ...claim, proof: [claim.newer.root, ...proof] },
          ...(older === newer
            ? []
            : [
                { older: claim.newer, newer: claim.older, proof },
                { ...claim, proof: [] },
              ]),
          ...(proof.length === 0
            ? []
            : [
                { ...claim, proof: proof.with(step, flipped(proof[step]!, bit)) },
                { ...claim, proof: proof.toSpliced(step, 1) },
              ]),
        ]
        for (const wrong of tampered) assert.equal(verifyConsistency(wrong), false)
      }),
    )
  })

  test('when it climbs higher than trees of these sizes, though it ends at their roots', () => {
    const [a, b, c] = leafHashes(3)
    const older = { size: 3, root: nodeHash(a!, nodeHash(b!, c!)) }
    const newer = { size: 4, root: nodeHash(a!, nodeHash(b!, nodeHash(c!, c!))) }
    assert.equal(verifyConsistency({ older, newer, proof: [c!, c!, b!, a!] }), false)
  })

  test('for equal sizes with different roots, and for an empty tree with a root that is not the empty one', () => {
    const [one, two] = leafHashes(2)
    const empty = { size: 0, root: emptyRoot() }
    assert.equal(
      verifyConsistency({ older: { size: 1, root: one! }, newer: { size: 1, root: two! }, proof: [] }),
      false,
    )
    assert.equal(
      verifyConsistency({ older: { size: 0, root: one! }, newer: { size: 1, root: one! }, proof: [] }),
      false,
    )
    assert.equal(verifyConsistency({ older: empty, newer: { size: 1, root: one! }, proof: [one!] }), false)
    assert.equal(verifyConsistency({ older: empty, newer: { size: 1, root: one! }, proof: [] }), true)
    assert.equal(verifyConsistency({ older: empty, newer: empty, proof: [] }), true)
  })
})

describe('a proof cannot be asked for', () => {
  const outOfRange = (error: unknown): boolean => error instanceof ProofError && error.code === 'out_of_range'

  test('of a leaf that is not in the tree', () => {
    for (const [index, size] of [
      [0, 0],
      [5, 5],
      [-1, 5],
      [0.5, 5],
      [0, -1],
    ] as const)
      assert.throws(() => inclusionRanges(index, size), outOfRange)
  })

  test('from a larger tree to a smaller one', () => {
    assert.throws(() => consistencyRanges(6, 5), outOfRange)
    assert.throws(() => consistencyRanges(-1, 5), outOfRange)
  })

  test('over leaf hashes that are not 32 bytes', () => {
    assert.throws(() => rootOf([new Uint8Array(31)]), /31 bytes; a SHA-256 hash of 32 bytes is needed/)
    assert.throws(() => nodeHash(new Uint8Array(32), new Uint8Array(0)), /right child is 0 bytes/)
  })
})

test('the ranges of a proof are few and right for a tree larger than 32 bits can count', () => {
  const size = 2 ** 40 + 3
  assert.deepEqual(inclusionRanges(2 ** 40 + 1, size), [
    { start: 2 ** 40, end: 2 ** 40 + 1 },
    { start: 2 ** 40 + 2, end: size },
    { start: 0, end: 2 ** 40 },
  ])
  assert.deepEqual(consistencyRanges(2 ** 40, size), [{ start: 2 ** 40, end: size }])
})

/** On which side its sibling stands at each step from the leaf up: what a verifier's decisions depend on. */
function turns(index: number, size: number): string[] {
  return inclusionRanges(index, size).map((range) => (range.start > index ? 'right' : 'left'))
}
