import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charactersOf } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { backgrounds } from './background.ts'
import { START_MODEL } from './model.ts'
import { ANY, shareOf, weightsOf } from './shapes.ts'

const background = backgrounds(START_MODEL.mark)
const of = (mark: string) => background(charactersOf(mark))

test('a long number is rarer than a short one, and a lost character makes a mark commoner', () => {
  assert.ok(of('TKR10485').borne < of('TKR1048').borne)
  assert.ok(of('TKR1048').borne < of('TK?1048').borne)
  assert.ok(of('TKR104[38]').borne > of('TKR1048').borne)
  assert.ok(of('TK*').borne > of('TKR1048').borne)
})

test('a number of a shape that no maker uses is more likely read wrongly than borne', () => {
  assert.ok(of('TK1R048').read > 20 * of('TK1R048').borne)
  assert.ok(of('TKR1048').read < 3 * of('TKR1048').borne)
})

test('a share is between nothing and all, and all numbers of one length together are at most all', () => {
  const mark = fc.array(fc.constantFrom(...'TKR1048?', '[8B]'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(mark, (characters) => {
      const { borne, read } = of(characters.join(''))
      assert.ok(borne > 0 && borne <= 1 && read > 0 && read <= 1)
    }),
  )
  for (let length = 1; length <= 12; length++) assert.ok(shareOf(Array.from({ length }, () => ANY)) <= 1)
})

test('an alternative adds up: either reading has the share of both', () => {
  const [eight, letter, either] = ['A108', 'A10B', 'A10[8B]'].map((mark) => shareOf(charactersOf(mark).map(weightsOf)))
  assert.ok(Math.abs(eight! + letter! - either!) < 1e-12)
})
