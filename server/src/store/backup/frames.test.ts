import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BackupFault } from './fault.ts'
import { FRAME_KINDS, FRAME_LIMIT, type Frame, type FrameKind, readFrames, writeFrame } from './frames.ts'

const KINDS = Object.keys(FRAME_KINDS) as FrameKind[]
const anyFrame = fc
  .tuple(fc.constantFrom(...KINDS), fc.uint8Array({ maxLength: 60 }))
  .map(([kind, bytes]): Frame => ({ kind, content: Buffer.from(bytes) }))

async function read(bytes: Buffer, size: number): Promise<Frame[]> {
  const frames: Frame[] = []
  const cut = (async function* () {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
  })()
  for await (const { kind, content } of readFrames(cut)) frames.push({ kind, content: Buffer.from(content) })
  return frames
}
const isContents = (failure: unknown) => failure instanceof BackupFault && failure.reason === 'contents'

test('frames come back whole however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFrame, { maxLength: 12 }), fc.integer({ min: 1, max: 90 }), async (frames, size) => {
      assert.deepEqual(await read(Buffer.concat(frames.map(writeFrame)), size), frames)
    }),
  )
})

test('a stream that ends within a frame is refused', async () => {
  const bytes = writeFrame({ kind: 'rows', content: Buffer.from('1\t2\n') })
  for (let length = 1; length < bytes.length; length++)
    await assert.rejects(read(bytes.subarray(0, length), 3), isContents)
})

test('an unknown kind and a frame over the limit are refused before they are gathered', async () => {
  await assert.rejects(read(Buffer.from([9, 0, 0, 0, 0]), 5), isContents)
  const huge = Buffer.from([3, 0, 0, 0, 0])
  huge.writeUInt32BE(FRAME_LIMIT + 1, 1)
  await assert.rejects(read(huge, 5), isContents)
  assert.throws(() => writeFrame({ kind: 'rows', content: Buffer.alloc(FRAME_LIMIT + 1) }), RangeError)
})
