import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fromBase64, sha256, toBase64, toUtf8 } from './bytes.ts'
import { CODE_POINT } from './code-point.test-helper.ts'
import { ProofError, type ProofErrorCode } from './errors.ts'
import { formatVerifierKey, type NoteSigner, parseVerifierKey, signerFromSeed, verifierKey } from './note-key.ts'
import { MAX_NOTE_BYTES, MAX_SIGNATURES, openNote, signNote } from './signed-note.ts'

/** The published example of golang.org/x/mod/sumdb/note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETER_PRIVATE_BYTES = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

const peter = parseVerifierKey(PETER)
const enoch = parseVerifierKey(ENOCH)
const peterSigner = signerFromSeed('PeterNeumann', fromBase64(PETER_PRIVATE_BYTES)!.subarray(1))
const someone = (name: string): NoteSigner => signerFromSeed(name, sha256(toUtf8(name)))

const withCode = (code: ProofErrorCode) => (error: unknown) => error instanceof ProofError && error.code === code
const names = (signatures: readonly { readonly name: string }[]): string[] => signatures.map(({ name }) => name)

describe('the published example of a signed note', () => {
  test('is made from its text and key, to the byte', () => {
    assert.equal(signNote(TEXT, [peterSigner]), `${TEXT}\n${PETER_LINE}`)
  })

  test('opens with its key, as text and as bytes', () => {
    const note = `${TEXT}\n${PETER_LINE}`
    assert.equal(openNote(note, [peter]).text, TEXT)
    assert.equal(openNote(toUtf8(note), [peter]).text, TEXT)
  })

  test('opens with both signatures, or with one while the other is set aside', () => {
    const note = `${TEXT}\n${PETER_LINE}${ENOCH_LINE}`
    const both = openNote(note, [peter, enoch])
    assert.deepEqual([names(both.verified), names(both.unverified)], [['PeterNeumann', 'EnochRoot'], []])
    const one = openNote(note, [enoch])
    assert.deepEqual([names(one.verified), names(one.unverified)], [['EnochRoot'], ['PeterNeumann']])
  })

  test('the example of the C2SP specification is a note too, though its key is not known to us', () => {
    const note =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
    assert.throws(
      () => openNote(note, [peter]),
      (error) => withCode('no_known_signature')(error) && /quasimodo\.example\/salvatore\+367ba04b/.test(String(error)),
    )
  })
})

describe('a verifier key', () => {
  test('is written as it was read, and made from a name and a public key', () => {
    assert.equal(formatVerifierKey(peter), PETER)
    assert.equal(formatVerifierKey(enoch), ENOCH)
    assert.equal(formatVerifierKey(verifierKey('PeterNeumann', peter.publicKey)), PETER)
    assert.equal(formatVerifierKey(peterSigner), PETER)
  })

  test('is refused when any part of it is cut off or any character is another', () => {
    for (let start = 0; start < PETER.length; start += 1)
      for (let end = start; end <= PETER.length; end += 1)
        if (end - start < PETER.length)
          assert.throws(() => parseVerifierKey(PETER.slice(start, end)), withCode('malformed_key'))
    for (let position = 0; position < PETER.length; position += 1) {
      const other = String.fromCharCode(PETER.charCodeAt(position) + 1)
      const mangled = PETER.slice(0, position) + other + PETER.slice(position + 1)
      assert.throws(() => parseVerifierKey(mangled), withCode('malformed_key'), mangled)
    }
  })

  test('is refused with a key of the wrong length or of another type, even where the key id fits', () => {
    for (const text of [
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ])
      assert.throws(() => parseVerifierKey(text), withCode('malformed_key'))
  })

  test('is refused under a name with a space of any script, a plus, or nothing', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\u3000b', 'a\nb', 'a\u0085b', '\ud800'])
      assert.throws(() => verifierKey(name, peter.publicKey), withCode('malformed_key'), JSON.stringify(name))
    assert.throws(() => verifierKey('a', new Uint8Array(31)), withCode('malformed_key'))
    assert.throws(() => signerFromSeed('a', new Uint8Array(33)), withCode('malformed_key'))
  })
})

const noteTexts = fc
  .array(fc.string({ unit: CODE_POINT }).map((line) => line.replaceAll(/[^\P{Cc}\n]/gu, '')))
  .map((lines) => lines.map((line) => `${line}\n`).join(''))
  .filter((text) => text !== '')

describe('a note', () => {
  test('opens to the very text that was signed, blank lines and what looks like a signature included', () => {
    const signer = someone('focal-point.example')
    fc.assert(fc.property(noteTexts, (text) => assert.equal(openNote(signNote(text, [signer]), [signer]).text, text)))
    const treacherous = `a\n\n${PETER_LINE}\n`
    assert.equal(openNote(signNote(treacherous, [signer]), [signer]).text, treacherous)
  })

  test('does not open to another text when any character of its text is changed', () => {
    const note = `${TEXT}\n${PETER_LINE}`
    for (let position = 0; position < TEXT.length; position += 1) {
      const mangled = `${note.slice(0, position)}~${note.slice(position + 1)}`
      assert.throws(() => openNote(mangled, [peter]), ProofError)
    }
  })

  test('is refused whole when one known key signed wrongly, though another signed well', () => {
    const [wrong] = openNote(signNote('another\n', [peterSigner]), [peter]).verified
    const note = signNote(TEXT, [someone('log.example')], [wrong!])
    assert.throws(() => openNote(note, [peter, someone('log.example')]), withCode('invalid_signature'))
    assert.deepEqual(names(openNote(note, [someone('log.example')]).unverified), ['PeterNeumann'])
  })

  test('is refused without a signature of a known key, even where the name or the key id is that of one', () => {
    const impostor = signerFromSeed('PeterNeumann', new Uint8Array(32))
    const renamed = PETER_LINE.replace('PeterNeumann', 'CarmenSandiego')
    assert.throws(() => openNote(signNote(TEXT, [impostor]), [peter]), withCode('no_known_signature'))
    assert.throws(() => openNote(`${TEXT}\n${renamed}`, [peter]), withCode('no_known_signature'))
    assert.throws(() => openNote(`${TEXT}\n${PETER_LINE}`, []), withCode('no_known_signature'))
  })

  test('is cosigned by adding a signature to those kept, and one key signs it once', () => {
    const opened = openNote(`${TEXT}\n${PETER_LINE}`, [peter])
    const cosigned = signNote(TEXT, [someone('partner.example')], opened.verified)
    assert.deepEqual(names(openNote(cosigned, [peter, someone('partner.example')]).verified), [
      'PeterNeumann',
      'partner.example',
    ])
    assert.equal(signNote(TEXT, [peterSigner], opened.verified), `${TEXT}\n${PETER_LINE}`)
    assert.deepEqual(names(openNote(`${TEXT}\n${PETER_LINE}${PETER_LINE}`, [peter]).verified), ['PeterNeumann'])
  })

  test('is refused where it is not in the form of a note', () => {
    const malformed = [
      '',
      '\n',
      '\n\n',
      TEXT,
      `${TEXT}\n`,
      `${TEXT}${PETER_LINE}`,
      `${TEXT}\n${PETER_LINE.slice(0, -1)}`,
      `${TEXT}\n${PETER_LINE}\n`,
      `${TEXT}\n${PETER_LINE}Unexpected line.\n`,
      `${TEXT}\n${PETER_LINE.replace('— ', '- ')}`,
      `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Peter Neumann')}`,
      `${TEXT}\n${PETER_LINE.replace('PeterNeumann', '')}`,
      `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Peter+Neumann')}`,
      `${TEXT}\n${PETER_LINE.replace('nAM=', 'nAM')}`,
      `${TEXT}\n${PETER_LINE.replace('nAM=', 'nAN=')}`,
      `${TEXT}\n${PETER_LINE.replace('nAM=', 'nAM= more')}`,
      `${TEXT}\n— PeterNeumann x08gow==\n`,
      `\u0001${TEXT}\n${PETER_LINE}`,
      `\ud800${TEXT}\n${PETER_LINE}`,
      TEXT.replaceAll('\n', '\r\n') + PETER_LINE,
    ]
    for (const note of malformed)
      assert.throws(() => openNote(note, [peter]), withCode('malformed_note'), JSON.stringify(note))
    const notUtf8 = Buffer.concat([Buffer.from([0xff]), Buffer.from(`${TEXT}\n${PETER_LINE}`)])
    assert.throws(() => openNote(notUtf8, [peter]), withCode('malformed_note'))
  })

  test('of any text or bytes either opens or is refused by a ProofError', () => {
    const hostile = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: CODE_POINT }),
      fc
        .array(fc.constantFrom('\n', '\n\n', '— ', 'PeterNeumann', ' ', 'x08go/Y=', PETER_LINE, TEXT))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, (note) => {
        try {
          assert.equal(openNote(note, [peter]).text, TEXT)
        } catch (error) {
          assert.ok(error instanceof ProofError, String(error))
        }
      }),
    )
  })

  test('has limits of size and of signatures, and accepts more than the sixteen that the standard asks for', () => {
    const many = (count: number): string => `${TEXT}\n${PETER_LINE}${ENOCH_LINE.repeat(count - 1)}`
    assert.equal(openNote(many(MAX_SIGNATURES), [peter]).unverified.length, MAX_SIGNATURES - 1)
    assert.throws(() => openNote(many(MAX_SIGNATURES + 1), [peter]), withCode('note_too_large'))
    assert.throws(() => openNote(`${'a'.repeat(MAX_NOTE_BYTES)}\n\n${PETER_LINE}`, [peter]), withCode('note_too_large'))
    assert.throws(
      () => openNote(`${'€'.repeat(MAX_NOTE_BYTES / 3)}\n\n${PETER_LINE}`, [peter]),
      withCode('note_too_large'),
    )
    assert.throws(() => openNote(new Uint8Array(MAX_NOTE_BYTES + 1), [peter]), withCode('note_too_large'))
    assert.throws(() => signNote(`${'a'.repeat(MAX_NOTE_BYTES)}\n`, [peterSigner]), withCode('note_too_large'))
  })

  test('cannot be signed by nobody, by the same key twice, or by a signer whose signature does not verify', () => {
    const broken = { ...peterSigner, sign: () => new Uint8Array(64) }
    assert.throws(() => signNote(TEXT, []), withCode('malformed_note'))
    assert.throws(() => signNote(TEXT, [peterSigner, peterSigner]), withCode('malformed_key'))
    assert.throws(() => signNote(TEXT, [broken]), withCode('invalid_signature'))
  })

  test('cannot be made of a text without its last newline, with control characters or lone surrogates', () => {
    for (const text of ['', 'abc', 'a\tb\n', 'a\u0000\n', '\udc00\n'])
      assert.throws(() => signNote(text, [peterSigner]), withCode('malformed_note'), JSON.stringify(text))
  })

  test('is not opened with two different keys under one name and key id', () => {
    const other = { ...peter, publicKey: enoch.publicKey }
    assert.throws(() => openNote(`${TEXT}\n${PETER_LINE}`, [peter, other]), withCode('malformed_key'))
    assert.ok(openNote(`${TEXT}\n${PETER_LINE}`, [peter, parseVerifierKey(PETER)]))
  })
})

test('a signature line is the key id and the signature in base64', () => {
  const [signature] = openNote(`${TEXT}\n${PETER_LINE}`, [peter]).verified
  assert.equal(signature!.keyId, 'c74f20a3')
  assert.equal(signature!.signature.length, 64)
  assert.ok(PETER_LINE.includes(toBase64(Uint8Array.of(0xc7, 0x4f, 0x20, 0xa3, ...signature!.signature))))
})
