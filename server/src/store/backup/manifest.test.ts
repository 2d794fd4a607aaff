import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BackupFault } from './fault.ts'
import { HEADER_LENGTH, readHeader, writeHeader } from './header.ts'
import { parseManifest, parseTrailer } from './manifest.ts'

const manifest = {
  version: '0.1.0',
  installation: '00000000-0000-4000-8000-000000000000',
  recordSecret: 'ab'.repeat(32),
  migrations: [{ number: 1, name: '0001-roles.sql', checksum: 'cd'.repeat(32) }],
  tables: [{ name: 'agency', columns: ['id', 'name'] }],
  sequences: { import_number: '9007199254740993' },
}
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
const isContents = (failure: unknown) => failure instanceof BackupFault && failure.reason === 'contents'

test('a manifest comes back as it was written', () => {
  assert.deepEqual(parseManifest(bytes(manifest)), manifest)
})

test('a manifest with any field missing, or of another kind, is refused', () => {
  for (const field of Object.keys(manifest)) {
    assert.throws(() => parseManifest(bytes({ ...manifest, [field]: undefined })), isContents, field)
    assert.throws(() => parseManifest(bytes({ ...manifest, [field]: 7 })), isContents, field)
  }
})

test('whatever the bytes are, a manifest or trailer is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json().map((text) => Buffer.from(text)),
        fc.uint8Array().map((raw) => Buffer.from(raw)),
      ),
      (content) => {
        assert.throws(() => parseManifest(content), isContents)
        try {
          parseTrailer(content)
        } catch (failure) {
          assert.ok(isContents(failure))
        }
      },
    ),
  )
})

test('a head comes back as it was written', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), noInvalidDate: true }),
      fc.uint8Array({ minLength: 48, maxLength: 48 }),
      (taken, random) => {
        const [salt, keyId] = [Buffer.from(random.subarray(0, 32)), Buffer.from(random.subarray(32))]
        const written = writeHeader({ taken, salt, keyId })
        assert.equal(written.length, HEADER_LENGTH)
        assert.deepEqual(readHeader(written), { taken, salt, keyId })
      },
    ),
  )
})
