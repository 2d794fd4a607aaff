import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CODE_POINT } from './arbitrary.test-helper.ts'
import { editDistance, SpellingTable } from './spelling.ts'

const table = new SpellingTable(
  [
    ['ruger', 'Ruger'],
    ['luger', 'Luger'],
    ['beretta', 'Beretta'],
    ['colt', 'Colt'],
  ],
  5,
)

test('one edit from one word is that word', () => {
  for (const word of ['bereta', 'beretta', 'berettta', 'beertta', 'baretta']) {
    assert.equal(table.nearest(word), word === 'beretta' ? null : 'Beretta', word)
  }
})

test('a word as near to another is no word', () => {
  assert.equal(table.nearest('guger'), null)
  assert.equal(table.nearest('uger'), null)
})

test('two edits, or one edit in a short word, are a guess', () => {
  assert.equal(table.nearest('bereda'), null)
  assert.equal(table.nearest('bolt'), null)
})

test('the edit distance is symmetric, and one for a single slip', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 })
  fc.assert(fc.property(word, word, (a, b) => assert.equal(editDistance(a, b, 9), editDistance(b, a, 9))))
  assert.equal(editDistance('abcd', 'abdc', 2), 1)
  assert.equal(editDistance('abcd', 'wxyz', 2), 3)
})

test('hostile words are answered too', () => {
  fc.assert(fc.property(fc.string({ unit: CODE_POINT, maxLength: 200 }), (word) => void table.nearest(word)))
})
