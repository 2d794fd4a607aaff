import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fromBase64, sha256, toUtf8 } from './bytes.ts'
import { type Checkpoint, formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { ProofError, type ProofErrorCode } from './errors.ts'
import { signerFromSeed } from './note-key.ts'
import { signNote } from './signed-note.ts'

/** The example of C2SP tlog-checkpoint. */
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

const ORIGIN = 'focal-point.example/access-log'
const log = signerFromSeed(ORIGIN, sha256(toUtf8('log')))
const partner = signerFromSeed('partner.example', sha256(toUtf8('partner')))

const lines = fc.string({ minLength: 1 }).filter((line) => !line.includes('\n'))
const checkpoints: fc.Arbitrary<Checkpoint> = fc.record(
  {
    origin: lines,
    size: fc.oneof(fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER), fc.maxSafeNat()),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    extensions: fc.array(lines, { maxLength: 3 }),
  },
  { noNullPrototype: true },
)
const withCode = (code: ProofErrorCode) => (error: unknown) => error instanceof ProofError && error.code === code

describe('the text of a checkpoint', () => {
  test('reads as in the example of the standard, and is written so', () => {
    const checkpoint = parseCheckpoint(EXAMPLE)
    assert.deepEqual(checkpoint, {
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
      root: fromBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='),
      extensions: [],
    })
    assert.equal(formatCheckpoint(checkpoint), EXAMPLE)
  })

  test('reads back as what was written, for every size and any extension lines', () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        assert.deepEqual(parseCheckpoint(formatCheckpoint(checkpoint)), checkpoint)
      }),
    )
  })

  test('has one spelling: whatever reads is written back to the byte', () => {
    const nearly = fc
      .tuple(fc.constantFrom('a', ' ', ''), fc.constantFrom('0', '00', '7', '+7', '7 ', '1e3', '9007199254740992'))
      .map(([origin, size]) => `${origin}\n${size}\n${EXAMPLE.split('\n')[2]}\n`)
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (text) => {
        try {
          assert.equal(formatCheckpoint(parseCheckpoint(text)), text)
        } catch (error) {
          assert.ok(withCode('malformed_checkpoint')(error), String(error))
        }
      }),
    )
  })

  test('is refused where it is not exactly a checkpoint', () => {
    const [origin, size, root] = EXAMPLE.split('\n')
    const malformed = [
      '',
      '\n',
      EXAMPLE.slice(0, -1),
      `${origin}\n${size}\n`,
      `\n${size}\n${root}\n`,
      `${EXAMPLE}\n`,
      `${EXAMPLE}\nextension\n`,
      ...['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1 ', '0x10', '١٢', '9007199254740992', '9'.repeat(400)].map(
        (wrong) => `${origin}\n${wrong}\n${root}\n`,
      ),
      ...[
        '',
        'CsUY',
        root!.slice(0, -1),
        `${root}=`,
        root!.replace('2I=', '2J='),
        ` ${root}`,
        root!.replace('/', '_'),
      ].map((wrong) => `${origin}\n${size}\n${wrong}\n`),
    ]
    for (const text of malformed)
      assert.throws(() => parseCheckpoint(text), withCode('malformed_checkpoint'), JSON.stringify(text))
  })

  test('is not written for a size, a root or a line that it cannot state', () => {
    const checkpoint = parseCheckpoint(EXAMPLE)
    for (const wrong of [
      { size: -1 },
      { size: 1.5 },
      { size: 2 ** 53 },
      { origin: '' },
      { origin: 'a\nb' },
      { extensions: [''] },
    ])
      assert.throws(() => formatCheckpoint({ ...checkpoint, ...wrong }), withCode('malformed_checkpoint'))
    assert.throws(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) }), withCode('malformed_hash'))
  })
})

describe('a signed checkpoint', () => {
  const checkpoint: Checkpoint = { origin: ORIGIN, size: 42, root: sha256(), extensions: [] }

  test('opens to what was signed, for every size, and names its signers', () => {
    fc.assert(
      fc.property(checkpoints, (any) => {
        const stated = { ...any, origin: ORIGIN, extensions: [] }
        const { verified, unverified, ...opened } = openCheckpoint(signCheckpoint(stated, [log, partner]), {
          origin: ORIGIN,
          keys: [partner, log],
        })
        assert.deepEqual(opened, stated)
        assert.deepEqual(unverified, [])
        assert.deepEqual(
          verified.map(({ name }) => name),
          [ORIGIN, 'partner.example'],
        )
      }),
      { numRuns: 30 },
    )
  })

  test('does not open as the checkpoint of another log under the same key', () => {
    const other = signNote(formatCheckpoint({ ...checkpoint, origin: 'focal-point.example/exchange-log' }), [log])
    assert.throws(() => openCheckpoint(other, { origin: ORIGIN, keys: [log] }), withCode('wrong_origin'))
  })

  test('does not open on the word of a cosigner alone', () => {
    const note = signNote(formatCheckpoint(checkpoint), [partner])
    assert.throws(() => openCheckpoint(note, { origin: ORIGIN, keys: [log, partner] }), withCode('no_known_signature'))
  })

  test('does not open when its size was changed, nor when it was never a checkpoint', () => {
    const note = signCheckpoint(checkpoint, [log])
    assert.throws(
      () => openCheckpoint(note.replace('\n42\n', '\n43\n'), { origin: ORIGIN, keys: [log] }),
      withCode('invalid_signature'),
    )
    assert.throws(
      () => openCheckpoint(signNote('hello\n', [log]), { origin: ORIGIN, keys: [log] }),
      withCode('malformed_checkpoint'),
    )
  })

  test('cannot be made without the log’s own key', () => {
    assert.throws(() => signCheckpoint(checkpoint, [partner]), withCode('malformed_key'))
  })
})
