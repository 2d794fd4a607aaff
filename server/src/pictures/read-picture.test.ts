import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { metadataOf, photographOf } from './picture.fixture.ts'
import { readPicture } from './read-picture.ts'

const read = (bytes: Buffer) => readPicture(Readable.from([bytes]))

test('a picture comes back from its pixels alone, and it is told that it bore a location', async () => {
  const original = await photographOf(1_200, 900)
  assert.equal((await metadataOf(original)).bears, true)
  const outcome = await read(original)
  assert.ok('copy' in outcome)
  assert.deepEqual([outcome.mediaType, outcome.bearsLocation], ['image/jpeg', true])
  assert.deepEqual(await metadataOf(outcome.copy.bytes), { bears: false, format: 'jpeg', width: 1_200, height: 900 })
  assert.deepEqual(await metadataOf(outcome.preview.bytes), { bears: false, format: 'jpeg', width: 480, height: 360 })
})

test('what is no picture, is cut off or would unfold beyond bounds is refused, whatever it is called', async () => {
  const picture = await photographOf(640, 480, { location: false })
  const html = Buffer.from('<html><script>alert(1)</script></html>')
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
  )
  const bomb = Buffer.from(picture)
  const size = bomb.indexOf(Buffer.from([0xff, 0xc0]))
  bomb.writeUInt16BE(60_000, size + 5)
  bomb.writeUInt16BE(60_000, size + 7)
  for (const [bytes, why] of [
    [html, 'no_picture'],
    [drawing, 'no_picture'],
    [picture.subarray(0, picture.length / 2), 'no_picture'],
    [Buffer.alloc(0), 'no_picture'],
    [bomb, 'picture_too_large'],
  ] as const)
    assert.deepEqual(await read(bytes), { refused: why })
})
