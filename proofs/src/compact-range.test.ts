import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { append, appendAll, emptyRange, restoreRange, root } from './compact-range.ts'
import { ProofError } from './errors.ts'
import { leafHash, rootOf } from './merkle.ts'

const leaves = fc.array(fc.uint8Array({ maxLength: 4 }).map(leafHash), { maxLength: 200 })

const ones = (size: number): number => size.toString(2).replaceAll('0', '').length

describe('a compact range', () => {
  test('has the root of the whole tree, whatever the leaves and wherever the appending was interrupted', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, where) => {
        const middle = all.length === 0 ? 0 : where % (all.length + 1)
        const interrupted = appendAll(emptyRange(), all.slice(0, middle))
        const restored = restoreRange(interrupted.size, interrupted.hashes)
        const whole = appendAll(restored, all.slice(middle))
        assert.deepEqual(root(whole), rootOf(all))
        assert.deepEqual(root(interrupted), rootOf(all.slice(0, middle)))
        assert.deepEqual(whole, all.reduce(append, emptyRange()))
      }),
    )
  })

  test('keeps one hash for each 1 in the binary form of its size', () => {
    fc.assert(
      fc.property(leaves, (all) => {
        const range = appendAll(emptyRange(), all)
        assert.equal(range.size, all.length)
        assert.equal(range.hashes.length, ones(all.length))
      }),
    )
  })

  test('does not change when a leaf is appended to it', () => {
    const three = appendAll(
      emptyRange(),
      [1, 2, 3].map((byte) => leafHash(Uint8Array.of(byte))),
    )
    const before = structuredClone(three)
    append(three, leafHash(Uint8Array.of(4)))
    assert.deepEqual(three, before)
  })

  test('goes on from a size beyond 32 bits', () => {
    const hash = leafHash(Uint8Array.of(1))
    const range = append(restoreRange(2 ** 40 + 1, [hash, hash]), hash)
    assert.equal(range.size, 2 ** 40 + 2)
    assert.equal(range.hashes.length, 2)
  })
})

describe('a stored range is refused', () => {
  const hash = leafHash(Uint8Array.of(1))
  const withCode = (code: string) => (error: unknown) => error instanceof ProofError && error.code === code

  test('with too few or too many hashes for its size', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(16), (size, count) => {
        fc.pre(count !== ones(size))
        assert.throws(() => restoreRange(size, Array(count).fill(hash)), withCode('out_of_range'))
      }),
    )
  })

  test('with a size that is no count, and with a hash that is not 32 bytes', () => {
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53])
      assert.throws(() => restoreRange(size, []), withCode('out_of_range'))
    assert.throws(() => restoreRange(1, [new Uint8Array(20)]), withCode('malformed_hash'))
    assert.throws(() => append(emptyRange(), new Uint8Array(20)), withCode('malformed_hash'))
  })
})
