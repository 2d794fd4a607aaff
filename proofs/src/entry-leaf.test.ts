import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromUtf8, toHex } from './bytes.ts'
import { commit, verifyCommitment } from './commitment.ts'
import { type EntryHead, entryLeaf, entryLeafHash, readHead } from './entry-leaf.ts'
import { ProofError } from './errors.ts'
import { inclusionProof, leafHash, rootOf, verifyInclusion } from './merkle.ts'

const HEAD: EntryHead = {
  id: '1042',
  recordedAt: '2026-11-24T13:30:00.123456Z',
  actor: 'user:7',
  agency: 'agency:customs',
  action: 'record.search',
  outcome: 'done',
  purpose: 'investigation',
  subjects: ['record:1', 'record:2'],
  bodyCommitment: 'ab'.repeat(32),
}

describe('the leaf of an entry', () => {
  test('is the canonical JSON of its head, in a form that must never change', () => {
    assert.equal(
      fromUtf8(entryLeaf(HEAD)),
      `{"action":"record.search","actor":"user:7","agency":"agency:customs","bodyCommitment":"${'ab'.repeat(32)}","format":"proofmark audit entry 1","id":"1042","outcome":"done","purpose":"investigation","recordedAt":"2026-11-24T13:30:00.123456Z","subjects":["record:1","record:2"]}`,
    )
    assert.equal(toHex(entryLeafHash(HEAD)), '804c33be6eda9620f0a143884fedec734c4cba27789025f29e2dbcffb2bd4692')
    assert.deepEqual(entryLeafHash(HEAD), leafHash(entryLeaf(HEAD)))
  })

  test('changes with every member of the head', () => {
    const others: readonly Partial<EntryHead>[] = [
      { id: '1043' },
      { recordedAt: '2026-11-24T13:30:00.123457Z' },
      { actor: 'user:8' },
      { agency: null },
      { action: 'record.open' },
      { outcome: 'refused' },
      { purpose: null },
      { subjects: ['record:2', 'record:1'] },
      { bodyCommitment: 'ac'.repeat(32) },
    ]
    assert.deepEqual(others.map((other) => Object.keys(other)[0]).sort(), Object.keys(HEAD).sort())
    const leaves = new Set(
      [HEAD, ...others.map((other) => ({ ...HEAD, ...other }))].map((h) => toHex(entryLeafHash(h))),
    )
    assert.equal(leaves.size, 1 + others.length)
  })

  test('still verifies in the tree after the body and its salt were erased', () => {
    let body: { salt: Uint8Array; content: { terms: string[] } } | null = {
      salt: new Uint8Array(32).fill(7),
      content: { terms: ['ABC 123'] },
    }
    const head = { ...HEAD, bodyCommitment: commit(body.salt, body.content) }
    const leaves = [entryLeafHash(HEAD), entryLeafHash(head), entryLeafHash({ ...HEAD, id: '1044' })]
    const tree = { size: 3, root: rootOf(leaves) }
    assert.ok(verifyCommitment(head.bodyCommitment, body.salt, body.content))

    body = null

    assert.equal(body, null)
    assert.ok(verifyInclusion({ leafHash: entryLeafHash(head), index: 1, tree, proof: inclusionProof(leaves, 1) }))
  })
})

describe('a head is refused, by the name of the member,', () => {
  const REFUSED: readonly (readonly [string, unknown])[] = [
    ['id', { ...HEAD, id: '' }],
    ['id', { ...HEAD, id: 1042 }],
    ['recordedAt', { ...HEAD, recordedAt: '2026-11-24 13:30:00Z' }],
    ['recordedAt', { ...HEAD, recordedAt: '2026-11-24T13:30:00+01:00' }],
    ['recordedAt', { ...HEAD, recordedAt: '2026-02-30T13:30:00Z' }],
    ['recordedAt', { ...HEAD, recordedAt: new Date(0) }],
    ['actor', { ...HEAD, actor: null }],
    ['agency', { ...HEAD, agency: undefined }],
    ['action', { ...HEAD, action: '\ud800' }],
    ['outcome', { ...HEAD, outcome: 'maybe' }],
    ['purpose', { ...HEAD, purpose: '' }],
    ['subjects', { ...HEAD, subjects: 'record:1' }],
    ['subjects/1', { ...HEAD, subjects: ['record:1', 2] }],
    ['subjects/0', { ...HEAD, subjects: Array(1) }],
    ['bodyCommitment', { ...HEAD, bodyCommitment: 'AB'.repeat(32) }],
    ['bodyCommitment', { ...HEAD, bodyCommitment: 'ab'.repeat(31) }],
  ]
  for (const [member, head] of REFUSED)
    test(`${member} in ${JSON.stringify(head).slice(0, 120)}`, () => {
      assert.throws(
        () => readHead(head),
        (error) =>
          error instanceof ProofError && error.code === 'malformed_entry' && error.message.includes(`"${member}"`),
      )
    })

  test('when it is no object, or has a member that the tree would not protect', () => {
    for (const value of [null, undefined, 'head', [HEAD]]) assert.throws(() => readHead(value), ProofError)
    assert.throws(() => readHead({ ...HEAD, note: 'trust me' }), /unknown member "note"/)
  })

  test('when its leaf would be too large', () => {
    const subjects = Array<string>(60_000).fill('record:123456789')
    assert.throws(() => entryLeaf({ ...HEAD, subjects }), /at most 1000000 are accepted/)
  })
})
