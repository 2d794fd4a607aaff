import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sha256, toHex } from './bytes.ts'
import type { PlainData } from './canonical.ts'
import { commit, verifyCommitment } from './commitment.ts'
import { ProofError } from './errors.ts'
import { leafHash } from './merkle.ts'

const salts = fc.uint8Array({ minLength: 32, maxLength: 32 })
const bodies = fc.jsonValue({ maxDepth: 3 }).map((value): PlainData => JSON.parse(JSON.stringify(value)))

describe('a commitment', () => {
  test('is the documented hash, which must never change', () => {
    const salt = Uint8Array.from({ length: 32 }, (_, position) => position)
    const body = { terms: ['ABC 123'], persons: [], count: 2 }
    const spelledOut = Buffer.concat([
      Buffer.from('proofmark body commitment 1\n'),
      salt,
      Buffer.from('{"count":2,"persons":[],"terms":["ABC 123"]}'),
    ])
    assert.equal(commit(salt, body), toHex(sha256(spelledOut)))
    assert.equal(commit(salt, body), '8e532adda8b683b10fbb4112014785954879616f73aa3554f30c6cc6326afa3f')
  })

  test('is verified by its own salt and body, whatever the order of members', () => {
    fc.assert(fc.property(salts, bodies, (salt, body) => assert.ok(verifyCommitment(commit(salt, body), salt, body))))
    const salt = new Uint8Array(32)
    assert.ok(verifyCommitment(commit(salt, { a: 1, b: 2 }), salt, { b: 2, a: 1 }))
  })

  test('is not verified by another body or another salt', () => {
    fc.assert(
      fc.property(salts, salts, bodies, bodies, (salt, otherSalt, body, otherBody) => {
        const commitment = commit(salt, body)
        fc.pre(JSON.stringify(body) !== JSON.stringify(otherBody) && toHex(salt) !== toHex(otherSalt))
        assert.equal(verifyCommitment(commitment, otherSalt, body), false)
        assert.equal(verifyCommitment(commitment, salt, [body]), false)
        if (commit(salt, otherBody) === commitment) assert.deepEqual(otherBody, body)
      }),
    )
  })

  test('to the same body differs by salt, so equal bodies cannot be seen to be equal', () => {
    assert.notEqual(commit(new Uint8Array(32), 'x'), commit(new Uint8Array(32).fill(1), 'x'))
  })

  test('is no hash that could stand in the tree', () => {
    const salt = new Uint8Array(32)
    assert.notEqual(commit(salt, 'x'), toHex(leafHash(Buffer.concat([salt, Buffer.from('"x"')]))))
  })

  test('needs a salt of 32 bytes and plain data; what is neither verifies nothing', () => {
    assert.throws(
      () => commit(new Uint8Array(16), 'x'),
      (error) => error instanceof ProofError && error.code === 'malformed_salt' && error.message.includes('got 16'),
    )
    const notPlain = { at: new Date(0) } as unknown as PlainData
    assert.equal(verifyCommitment(commit(new Uint8Array(32), 'x'), new Uint8Array(32), notPlain), false)
    assert.equal(verifyCommitment(commit(new Uint8Array(32), 'x'), new Uint8Array(31), 'x'), false)
    assert.equal(verifyCommitment('', new Uint8Array(32), 'x'), false)
  })
})
