import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sha256, toUtf8 } from './bytes.ts'
import { openCheckpoint, signCheckpoint } from './checkpoint.ts'
import {
  cosign,
  cosignerFromSeed,
  formatCosignerKey,
  openCosignature,
  openCosignatures,
  parseCosignerKey,
} from './cosignature.ts'
import { ProofError, type ProofErrorCode } from './errors.ts'
import { parseVerifierKey, signerFromSeed } from './note-key.ts'

const withCode = (code: ProofErrorCode) => (error: unknown) => error instanceof ProofError && error.code === code

/** A checkpoint that a public test log of certificates published, with the cosignature of a public witness. */
const ORIGIN = 'arche2025h1.staging.ct.transparency.dev'
const PUBLISHED = `${ORIGIN}
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— ${ORIGIN} zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— ${ORIGIN} ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`
const LOG_KEY = `${ORIGIN}+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f`
const WITNESS_KEY = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'

const seed = (name: string) => sha256(toUtf8(name))
const log = signerFromSeed('proofmark/test/exchange', seed('log'))
const witness = cosignerFromSeed('proofmark/other/witness', seed('witness'))
const checkpoint = { origin: log.name, size: 7, root: seed('root'), extensions: [] }
const noted = signCheckpoint(checkpoint, [log])
const open = (note: string) => openCheckpoint(note, { origin: log.name, keys: [log] })

describe('a published cosignature', () => {
  test('is read with the witness’s published key, and says when it was given', () => {
    const opened = openCheckpoint(PUBLISHED, { origin: ORIGIN, keys: [parseVerifierKey(LOG_KEY)] })
    const [cosignature, ...more] = openCosignatures(opened, [parseCosignerKey(WITNESS_KEY)])
    assert.deepEqual(more, [])
    assert.deepEqual(cosignature, { name: 'remora.n621.de', keyId: 'da77ade7', time: 0x6a122120 })
  })

  test('is refused under a checkpoint of another size', () => {
    const line = PUBLISHED.split('\n').find((each) => each.startsWith('— remora'))!
    const opened = openCheckpoint(PUBLISHED, { origin: ORIGIN, keys: [parseVerifierKey(LOG_KEY)] })
    const key = parseCosignerKey(WITNESS_KEY)
    assert.equal(openCosignature(opened, key, line).time, 0x6a122120)
    const other = { ...opened, size: opened.size + 1 }
    assert.throws(() => openCosignature(other, key, line), withCode('invalid_signature'))
  })

  test('its key is written as it was read, and is no key of a log', () => {
    assert.equal(formatCosignerKey(parseCosignerKey(WITNESS_KEY)), WITNESS_KEY)
    assert.throws(() => parseVerifierKey(WITNESS_KEY), withCode('malformed_key'))
    assert.throws(() => parseCosignerKey(LOG_KEY), withCode('malformed_key'))
  })
})

describe('a cosignature of ours', () => {
  test('is a line of the note that leaves the log’s own signature as it was', () => {
    const opened = open(noted + cosign(checkpoint, witness, 1_700_000_000))
    assert.deepEqual(openCosignatures(opened, [witness]), [
      { name: witness.name, keyId: witness.keyId, time: 1_700_000_000 },
    ])
    assert.deepEqual(openCosignatures(opened, []), [])
  })

  test('by the same bytes of key under the log’s name is a witness’s and never the log’s', () => {
    const twin = cosignerFromSeed(log.name, seed('log'))
    assert.notEqual(twin.keyId, log.keyId)
    const alone = noted.slice(0, noted.indexOf('—')) + cosign(checkpoint, twin, 1)
    assert.throws(() => open(alone), withCode('no_known_signature'))
  })

  test('is refused when any byte of it is another', () => {
    const line = cosign(checkpoint, witness, 1_700_000_000)
    fc.assert(
      fc.property(fc.nat(line.length - 2), fc.integer({ min: 1, max: 94 }), (position, shift) => {
        const code = ((line.charCodeAt(position) - 32 + shift + 95) % 95) + 32
        const mangled = line.slice(0, position) + String.fromCharCode(code) + line.slice(position + 1)
        if (mangled === line) return
        assert.throws(() => openCosignature(checkpoint, witness, mangled), ProofError)
      }),
    )
  })

  test('is not made for a time that cannot be written', () => {
    for (const time of [-1, 1.5, Number.NaN, 2 ** 53])
      assert.throws(() => cosign(checkpoint, witness, time), withCode('out_of_range'))
  })
})
