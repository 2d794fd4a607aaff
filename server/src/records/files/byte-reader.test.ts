import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import * as fc from 'fast-check'
import { ByteReader } from './byte-reader.ts'
import { frame, readFrame } from './frame.ts'
import { pieces, utf8 } from './table.fixture.ts'

test('messages come out as they went in, however the pipe cuts them', async () => {
  const value = fc.array(fc.array(fc.string({ unit: CODE_POINT })))
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), async (messages, length) => {
      const reader = new ByteReader(pieces(Buffer.concat(messages.map(frame)), length))
      for (const message of messages) assert.deepEqual(await readFrame(reader), message)
      assert.equal(await readFrame(reader), null)
    }),
    { numRuns: 50 },
  )
})

test('what is no message is none: cut short, too long, or not JSON', async () => {
  const read = (bytes: Buffer) => readFrame(new ByteReader(pieces(bytes)))
  assert.equal(await read(frame({ kind: 'end' }).subarray(0, 9)), null)
  assert.equal(await read(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7b])), null)
  assert.equal(await read(Buffer.from([1, 0, 0, 0, 0x7b])), null)
})

test('bytes are taken by length, and the rest as it comes', async () => {
  const reader = new ByteReader(pieces(utf8('abcdefgh'), 3))
  assert.equal((await reader.take(4)).toString(), 'abcd')
  assert.equal(Buffer.from((await reader.next())!).toString(), 'ef')
  assert.equal((await reader.take(9)).toString(), 'gh')
  assert.equal(await reader.next(), null)
})
