import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofError } from './errors.ts'
import { lastKeyBy, openKeyChange, signKeyChange } from './key-change.ts'
import { signerFromSeed } from './note-key.ts'
import { signNote } from './signed-note.ts'

const signer = (fill: number, name = 'proofmark/one/exchange') => signerFromSeed(name, new Uint8Array(32).fill(fill))
const [first, second, third] = [signer(1), signer(2), signer(3)]
const change = signKeyChange(first, second)

test('a change of key is opened by the key before it, and names the one that follows', () => {
  assert.equal(openKeyChange(change, first).keyId, second.keyId)
  assert.throws(() => openKeyChange(change, second), ProofError)
  assert.throws(() => openKeyChange(change, third), ProofError)
})

test('one alone cannot make it: neither the earlier key nor the later', () => {
  const text = `${change.split('\n\n')[0]}\n`
  assert.throws(() => openKeyChange(signNote(text, [first]), first), { code: 'no_known_signature' })
  assert.throws(() => openKeyChange(signNote(text, [second]), first), { code: 'no_known_signature' })
})

test('nothing of it can be changed', () => {
  for (let at = 0; at < change.length; at += 7) {
    const other = change.slice(0, at) + (change[at] === 'x' ? 'y' : 'x') + change.slice(at + 1)
    assert.throws(() => openKeyChange(other, first), ProofError, `character ${at}`)
  }
})

test('a checkpoint is no change of key, nor is a change to the same key or to one of another name', () => {
  assert.throws(() => openKeyChange(signNote('proofmark/one/exchange\n7\nAAAA\n', [first, second]), first), ProofError)
  assert.throws(() => signKeyChange(first, first), { code: 'malformed_key' })
  assert.throws(() => signKeyChange(first, signer(2, 'proofmark/other/exchange')), { code: 'malformed_key' })
})

test('several changes lead from the first key to the last, in whatever order they are told', () => {
  const notes = [signKeyChange(second, third), change]
  assert.equal(lastKeyBy(notes, first).keyId, third.keyId)
  assert.equal(lastKeyBy(notes, second).keyId, third.keyId)
  assert.equal(lastKeyBy([], first).keyId, first.keyId)
  assert.equal(lastKeyBy([change, signKeyChange(second, first)], first).keyId, first.keyId)
})
