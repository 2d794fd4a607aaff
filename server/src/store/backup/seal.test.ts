import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { BackupFault } from './fault.ts'
import { inBlocks, seal, unseal } from './seal.ts'

const CHUNK = 65_536
const SEALED = CHUNK + 16
const key = randomBytes(32)
const head = randomBytes(76)

async function* pieces(bytes: Buffer, size = 50_000): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
const sealed = (plain: Buffer, withKey = key, withHead = head) => gather(seal(pieces(plain), withKey, withHead))
const opened = (bytes: Buffer, withKey = key, withHead = head) => gather(unseal(pieces(bytes), withKey, withHead))
const isDamage = (failure: unknown) => failure instanceof BackupFault && failure.reason === 'damaged'
const plainOf = (length: number) => Buffer.alloc(length, 'proofmark')

test('blocks hold the same bytes whatever the pieces were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 })),
      fc.integer({ min: 1, max: 40 }),
      async (parts, size) => {
        const blocks = []
        for await (const block of inBlocks(
          (async function* () {
            yield* parts
          })(),
          size,
        ))
          blocks.push(block)
        assert.deepEqual(Buffer.concat(blocks.map(({ bytes }) => bytes)), Buffer.concat(parts))
        assert.deepEqual(
          blocks.map(({ last }) => last),
          blocks.map((_, place) => place === blocks.length - 1),
        )
        for (const { bytes, last } of blocks) assert.ok(last ? bytes.length <= size : bytes.length === size)
      },
    ),
  )
})

test('what was sealed comes back, also where it ends with a chunk', async () => {
  for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5]) {
    const plain = plainOf(length)
    assert.deepEqual(await opened(await sealed(plain)), plain, `${length} bytes`)
  }
})

test('a byte changed anywhere is found', async () => {
  const whole = await sealed(plainOf(2 * CHUNK + 100))
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(position) ^ change, position)
      await assert.rejects(opened(changed), isDamage)
    }),
    { numRuns: 60 },
  )
})

test('a stream cut off anywhere is found, also between two chunks', async () => {
  const whole = await sealed(plainOf(2 * CHUNK + 100))
  for (const length of [0, 5, 16, SEALED, 2 * SEALED, whole.length - 1])
    await assert.rejects(opened(whole.subarray(0, length)), isDamage)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), (length) => assert.rejects(opened(whole.subarray(0, length)), isDamage)),
    { numRuns: 40 },
  )
})

test('chunks that are swapped, left out, repeated or appended are found', async () => {
  const whole = await sealed(plainOf(2 * CHUNK + 100))
  const [first, second, last] = [
    whole.subarray(0, SEALED),
    whole.subarray(SEALED, 2 * SEALED),
    whole.subarray(2 * SEALED),
  ]
  for (const parts of [
    [second, first, last],
    [first, last],
    [second, last],
    [first, first, second, last],
    [first, second, last, last],
    [last],
  ]) {
    await assert.rejects(opened(Buffer.concat(parts)), isDamage)
  }
})

test('another key and another head open nothing', async () => {
  const whole = await sealed(plainOf(100))
  await assert.rejects(opened(whole, randomBytes(32)), isDamage)
  await assert.rejects(opened(whole, key, randomBytes(76)), isDamage)
})
