import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ListPlace, openPlace, sealPlace } from './list-place.ts'

const SECRET = Buffer.alloc(32, 'secret')
const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String)
const place: fc.Arbitrary<ListPlace> = fc.record(
  { upTo: number, without: fc.array(number, { maxLength: 4 }), version: number, record: fc.uuid() },
  { noNullPrototype: true },
)

test('a place comes back as it was given, for its source alone, and a text that no answer gave is refused', () => {
  fc.assert(
    fc.property(place, fc.uuid(), fc.uuid(), fc.nat(), (given, source, other, at) => {
      const text = sealPlace(SECRET, source, given)
      assert.ok(text.length <= 400)
      assert.deepEqual(openPlace(SECRET, source, text), given)
      const turned = Buffer.from(text, 'base64url')
      turned[at % turned.length]! ^= 1
      const wrong = [() => openPlace(SECRET, source, turned.toString('base64url'))]
      if (other !== source) wrong.push(() => openPlace(SECRET, other, text))
      for (const open of wrong) assert.throws(open, { code: 'body_invalid' })
    }),
  )
  for (const text of ['', 'x', 'A'.repeat(80)])
    assert.throws(() => openPlace(SECRET, 'a source', text), { code: 'body_invalid' })
})
