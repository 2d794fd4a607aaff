import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sha256, toBase64, toUtf8 } from './bytes.ts'
import { signCheckpoint } from './checkpoint.ts'
import { commit } from './commitment.ts'
import { type EntryHead, entryLeafHash } from './entry-leaf.ts'
import { ProofError } from './errors.ts'
import { type Finding, MAX_FINDINGS } from './log-findings.ts'
import { rootOf } from './merkle.ts'
import { formatVerifierKey, parseVerifierKey, signerFromSeed } from './note-key.ts'
import { signNote } from './signed-note.ts'
import { type LogLeaf, verifyLog, verifyLogStream } from './verify-log.ts'

const ORIGIN = 'focal-point.example/access-log'
const signer = signerFromSeed(ORIGIN, sha256(toUtf8('log')))
const keys = [parseVerifierKey(formatVerifierKey(signer))]

type ShownLeaf = Required<Omit<LogLeaf, 'head' | 'entry'>> & { readonly head: EntryHead }

const salted = (id: number): ShownLeaf['body'] => ({
  salt: sha256(toUtf8(`salt ${id}`)),
  content: { terms: [`serial ${id}`] },
})
const leafOf = (index: number, head: EntryHead): ShownLeaf => ({
  index,
  head,
  leafHash: entryLeafHash(head),
  body: salted(Number(head.id)),
})
const headOf = (id: number): EntryHead => ({
  id: String(id),
  recordedAt: '2026-11-24T13:30:00.123456Z',
  actor: 'user:7',
  agency: 'agency:customs',
  action: 'record.search',
  outcome: 'done',
  purpose: 'investigation',
  subjects: [`record:${id}`],
  bodyCommitment: commit(salted(id).salt, salted(id).content),
})

/** A log of 100 entries; entry `1000 + n` stands at index `n`. Checkpoints were taken at 0, 30, 60 and 100 leaves. */
const LOG = Array.from({ length: 100 }, (_, index) => leafOf(index, headOf(1000 + index)))
const checkpointAt = (size: number, log: readonly LogLeaf[] = LOG): string =>
  signCheckpoint(
    { origin: ORIGIN, size, root: rootOf(log.slice(0, size).map(({ leafHash }) => leafHash)), extensions: [] },
    [signer],
  )
const CHECKPOINTS = [checkpointAt(100), checkpointAt(0), checkpointAt(30), checkpointAt(60)]

const examine = (leaves: Iterable<LogLeaf>, checkpoints: readonly (string | Uint8Array)[] = CHECKPOINTS) =>
  verifyLog({ origin: ORIGIN, keys, checkpoints }, leaves)
const renumbered = (leaves: readonly ShownLeaf[]): ShownLeaf[] => leaves.map((leaf, index) => ({ ...leaf, index }))
const statuses = (report: ReturnType<typeof examine>): string[] => report.checkpoints.map(({ status }) => status)

describe('a log as it was', () => {
  test('is sound at each of its checkpoints, in one pass', () => {
    const report = examine(LOG)
    assert.deepEqual(report.findings, [])
    assert.equal(report.sound, true)
    assert.equal(report.agreedAt, 100)
    assert.deepEqual(statuses(report), ['agrees', 'agrees', 'agrees', 'agrees'])
    assert.deepEqual(report.root, rootOf(LOG.map(({ leafHash }) => leafHash)))
  })

  test('is sound when it comes as a stream', async () => {
    async function* stream(): AsyncGenerator<LogLeaf> {
      yield* LOG
    }
    assert.deepEqual(await verifyLogStream({ origin: ORIGIN, keys, checkpoints: CHECKPOINTS }, stream()), examine(LOG))
  })

  test('is sound when bodies were erased, and when neither heads nor bodies are shown', () => {
    const erased = LOG.map(({ body, ...leaf }) => (leaf.index % 3 === 0 ? leaf : { ...leaf, body }))
    assert.equal(examine(erased).sound, true)
    assert.equal(examine(LOG.map(({ index, leafHash }) => ({ index, leafHash }))).sound, true)
  })

  test('is sound with leaves after the newest checkpoint, and the report says how far it is vouched for', () => {
    const report = examine(LOG, [checkpointAt(60)])
    assert.equal(report.sound, true)
    assert.equal(report.agreedAt, 60)
    assert.equal(report.size, 100)
  })

  test('is not called sound without any checkpoint: nobody vouches for it', () => {
    assert.equal(examine(LOG, []).sound, false)
    assert.deepEqual(examine(LOG, []).findings, [])
  })
})

const anyEntry = fc.nat(99)

describe('of a log of 100 entries it names', () => {
  test('the one whose head was changed', () => {
    fc.assert(
      fc.property(anyEntry, (index) => {
        const leaf = LOG[index]!
        const changed = LOG.with(index, { ...leaf, head: { ...leaf.head, actor: 'user:8' } })
        assert.deepEqual(examine(changed).findings, [{ kind: 'entry_changed', index, id: String(1000 + index) }])
      }),
    )
  })

  test('the one whose body was changed, or given another salt', () => {
    fc.assert(
      fc.property(anyEntry, (index) => {
        const { body, ...leaf } = LOG[index]!
        for (const other of [
          { ...body, content: {} },
          { ...body, salt: new Uint8Array(32) },
        ]) {
          const { findings } = examine(LOG.with(index, { ...leaf, body: other }))
          assert.deepEqual(findings, [{ kind: 'body_changed', index, id: String(1000 + index) }])
        }
      }),
    )
  })

  test('the one that was removed', () => {
    fc.assert(
      fc.property(fc.nat(98), (index) => {
        const report = examine(LOG.toSpliced(index, 1))
        assert.deepEqual(report.findings, [{ kind: 'gap', from: index, to: index + 1 }])
        assert.equal(report.checkpoints[0]!.status, 'not_comparable')
        assert.equal(report.sound, false)
      }),
    )
  })

  test('the place at which one was inserted', () => {
    fc.assert(
      fc.property(anyEntry, (index) => {
        const inserted = LOG.toSpliced(index + 1, 0, leafOf(index, headOf(5000)))
        assert.deepEqual(examine(inserted).findings, [{ kind: 'duplicate', index }])
      }),
    )
  })

  test('the two whose heads were exchanged', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        fc.pre(one < other)
        const [left, right] = [LOG[one]!, LOG[other]!]
        const swapped = LOG.with(one, { ...left, head: right.head, body: right.body }).with(other, {
          ...right,
          head: left.head,
          body: left.body,
        })
        assert.deepEqual(examine(swapped).findings, [
          { kind: 'entry_changed', index: one, id: String(1000 + other) },
          { kind: 'entry_changed', index: other, id: String(1000 + one) },
        ])
      }),
    )
  })

  test('those that came too late when rows were exchanged', () => {
    const [left, right] = [LOG[42]!, LOG[43]!]
    assert.deepEqual(examine(LOG.with(42, right).with(43, left)).findings, [
      { kind: 'out_of_order', index: 42, after: 43 },
    ])
  })

  test('the leaf whose hash or index is none, and still compares the checkpoints before it', () => {
    const noHash = examine(LOG.with(42, { ...LOG[42]!, leafHash: new Uint8Array(31) }))
    assert.deepEqual(noHash.findings, [
      { kind: 'leaf_malformed', position: 42, reason: 'The leaf hash is not 32 bytes.' },
    ])
    assert.deepEqual(statuses(noHash), ['not_comparable', 'agrees', 'agrees', 'not_comparable'])
    const noIndex = examine(LOG.with(42, { ...LOG[42]!, index: -1 }))
    assert.deepEqual(
      noIndex.findings.map(({ kind }) => kind),
      ['leaf_malformed', 'gap'],
    )
  })

  test('the entry whose head is no head', () => {
    const { findings } = examine(LOG.map((leaf) => (leaf.index === 42 ? { ...leaf, head: { id: '1042' } } : leaf)))
    assert.equal(findings.length, 1)
    assert.partialDeepStrictEqual(findings, [{ kind: 'entry_malformed', index: 42 }])
  })
})

describe('a log whose keeper forged the leaf hashes too is caught by the checkpoints kept elsewhere:', () => {
  const between = (index: number): Finding => {
    if (index < 30) return { kind: 'rewritten_before', checkpoint: 2, size: 30, agreedAt: 0 }
    if (index < 60) return { kind: 'rewritten_before', checkpoint: 3, size: 60, agreedAt: 30 }
    return { kind: 'root_differs', checkpoint: 0, size: 100, agreedAt: 60 }
  }

  test('an entry changed, and between which checkpoints', () => {
    fc.assert(
      fc.property(anyEntry, (index) => {
        const report = examine(LOG.with(index, leafOf(index, { ...LOG[index]!.head, actor: 'user:8' })))
        assert.deepEqual(report.findings, [between(index)])
        assert.equal(report.sound, false)
      }),
    )
  })

  test('an entry removed and the rest renumbered', () => {
    fc.assert(
      fc.property(fc.nat(59), (index) => {
        assert.deepEqual(examine(renumbered(LOG.toSpliced(index, 1))).findings, [
          between(index),
          { kind: 'tree_shorter', checkpoint: 0, size: 100, leaves: 99 },
        ])
      }),
    )
  })

  test('an entry inserted and the rest renumbered', () => {
    fc.assert(
      fc.property(anyEntry, (index) => {
        const inserted = renumbered(LOG.toSpliced(index, 0, leafOf(index, headOf(5000))))
        assert.deepEqual(examine(inserted).findings, [between(index)])
      }),
    )
  })

  test('two entries exchanged and renumbered', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        fc.pre(one < other)
        const swapped = renumbered(LOG.with(one, LOG[other]!).with(other, LOG[one]!))
        assert.deepEqual(examine(swapped).findings, [between(one)])
      }),
    )
  })

  test('the end cut off', () => {
    const report = examine(LOG.slice(0, 80))
    assert.deepEqual(report.findings, [{ kind: 'tree_shorter', checkpoint: 0, size: 100, leaves: 80 }])
    assert.deepEqual(statuses(report), ['not_reached', 'agrees', 'agrees', 'agrees'])
  })

  test('a new history, signed anew with the stolen key', () => {
    const rewritten = LOG.with(42, leafOf(42, { ...LOG[42]!.head, actor: 'user:8' }))
    const forged = [checkpointAt(30), checkpointAt(60), checkpointAt(60, rewritten), checkpointAt(100, rewritten)]
    const report = examine(rewritten, forged)
    assert.deepEqual(report.findings, [
      { kind: 'checkpoints_conflict', checkpoint: 2, other: 1, size: 60 },
      { kind: 'rewritten_before', checkpoint: 1, size: 60, agreedAt: 30 },
    ])
    assert.deepEqual(statuses(report), ['agrees', 'differs', 'agrees', 'agrees'])
  })
})

describe('a checkpoint is not compared, and the report says why,', () => {
  const codes = (note: string | Uint8Array): readonly Finding[] => {
    const report = examine(LOG, [note, checkpointAt(100)])
    assert.deepEqual(statuses(report), ['refused', 'agrees'])
    assert.equal(report.checkpoints[0]!.size, null)
    assert.equal(report.sound, false)
    return report.findings
  }

  test('when its signature is bad', () => {
    const code = 'invalid_signature'
    assert.deepEqual(codes(checkpointAt(60).replace('\n60\n', '\n61\n')), [
      { kind: 'checkpoint_refused', checkpoint: 0, code },
    ])
  })

  test('when it is signed by another key, another log, or is no checkpoint', () => {
    const stranger = signerFromSeed(ORIGIN, new Uint8Array(32))
    const root = sha256()
    const bySomeone = signCheckpoint({ origin: ORIGIN, size: 0, root, extensions: [] }, [stranger])
    const ofAnother = signNote(`other.example\n60\n${toBase64(root)}\n`, [signer])
    for (const [note, code] of [
      [bySomeone, 'no_known_signature'],
      [ofAnother, 'wrong_origin'],
      [signNote('hello\n', [signer]), 'malformed_checkpoint'],
      ['hello', 'malformed_note'],
      [new Uint8Array(2_000_000), 'note_too_large'],
    ] as const)
      assert.deepEqual(codes(note), [{ kind: 'checkpoint_refused', checkpoint: 0, code }])
  })

  test('but keys that are ambiguous are the caller’s error', () => {
    const ambiguous = [keys[0]!, { ...keys[0]!, publicKey: new Uint8Array(32) }]
    assert.throws(
      () => verifyLog({ origin: ORIGIN, keys: ambiguous, checkpoints: CHECKPOINTS }, LOG),
      (error) => error instanceof ProofError && error.code === 'malformed_key',
    )
  })
})

test('a log gone wholly wrong gives a bounded report', () => {
  const leafHash = sha256()
  const leaves = Array.from({ length: 3 * MAX_FINDINGS }, (_, index) => ({ index, leafHash, head: LOG[0]!.head }))
  const report = examine(leaves, [])
  assert.equal(report.findings.length, MAX_FINDINGS)
  assert.equal(report.omitted, 2 * MAX_FINDINGS)
})
