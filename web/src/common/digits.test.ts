import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { digitsIn, inGroups } from './digits.ts'

test('a code is the same in whatever digits and groups it is typed', () => {
  assert.equal(digitsIn(' 1234-5678 '), '12345678')
  assert.equal(digitsIn('١٢٣٤ ٥٦٧٨'), '12345678')
  assert.equal(digitsIn('۰۹۹ ۰۱۲'), '099012')
  assert.equal(digitsIn('０９'), '09')
})

test('groups put together are what was grouped', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z2-7]{0,64}$/), (secret) => {
      const groups = inGroups(secret)
      assert.equal(groups.join(''), secret)
      assert.ok(groups.slice(0, -1).every((group) => group.length === 4))
    }),
  )
})
