import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { hashInParts, hashOf } from './hash.ts'

test('a file has the same hash whether the browser takes it or a library does, part by part', async () => {
  for (const size of [0, 1, 5 * 1024 * 1024]) {
    const bytes = randomBytes(size)
    const expected = createHash('sha256').update(bytes).digest('hex')
    assert.deepEqual([await hashOf(new Blob([bytes])), await hashInParts(new Blob([bytes]))], [expected, expected])
  }
})
