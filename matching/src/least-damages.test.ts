import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charactersOf } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { passages } from './damage.ts'
import { leastDamages } from './least-damages.ts'
import { START_MODEL } from './model.ts'

test('what befell a number is counted: an edit, a dropped end, a transposition are one each', () => {
  for (const [one, other, count] of [
    ['TKR1048', 'TKR1048', 0],
    ['TKR1048', 'TK?1[08]48', 0],
    ['TKR1048', 'TKR1049', 1],
    ['TKR1048', '1048', 1],
    ['TKR1048', 'TKR1', 1],
    ['TKR1748', 'TKR7148', 1],
    ['TKR1048', '1049', 2],
    ['TKR1048', 'TXR1049', 2],
  ] as const) {
    assert.equal(leastDamages(one, other), count, `${one} ${other}`)
    assert.equal(leastDamages(other, one), count, `${other} ${one}`)
  }
  assert.ok(leastDamages('TKR1048', 'ABX9977')! > 3)
  assert.equal(leastDamages('TKR*', 'TKR1048'), null)
})

test('it never counts more than the likeliest way does', () => {
  const passage = passages(START_MODEL.mark)
  const mark = fc.array(fc.constantFrom(...'TKR1748?'), { minLength: 1, maxLength: 10 }).map((list) => list.join(''))
  fc.assert(
    fc.property(mark, mark, (one, other) => {
      const way = passage(charactersOf(one), charactersOf(other))
      const damages = way?.damages.filter(({ kind }) => kind !== 'confused').length
      if (damages !== undefined) assert.ok(leastDamages(one, other)! <= damages, `${one} ${other}`)
    }),
    { numRuns: 500 },
  )
})
