import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { Ordinals } from './ordinals.ts'

test('each hash is counted from one, however many others are met in between', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 3_000 }), (contents) => {
      const ordinals = new Ordinals(4)
      const met = new Map<number, number>()
      for (const content of contents) {
        const expected = (met.get(content) ?? 0) + 1
        met.set(content, expected)
        assert.equal(ordinals.next(createHash('sha256').update(String(content)).digest()), expected)
      }
    }),
  )
})
