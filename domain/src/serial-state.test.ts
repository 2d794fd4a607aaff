import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from './read-item.ts'

const serialOf = (serial: string | undefined, serialState: string) =>
  readItem(serial === undefined ? { serialState } : { serial, serialState }).serial

test('a state in a column of its own says why no number is stated', () => {
  for (const serial of [undefined, '', '  ', 'S/N', 'a curious remark'])
    for (const state of ['obliterated', 'never_marked', 'not_examined'] as const) {
      const mark = serialOf(serial, state)
      assert.deepEqual([mark.state, mark.norm, mark.unread, mark.stated], [state, null, undefined, serial ?? ''])
    }
})

test('beside a number it counts as a word would that stood there', () => {
  assert.equal(serialOf('47123', 'altered').state, 'altered')
  assert.equal(serialOf('47123', 'obliterated').state, 'partial')
  assert.equal(serialOf('47123', 'partial').state, 'partial')
  assert.equal(serialOf('47123', 'altered').norm, '47123')
})

test('what contradicts the field is left aside', () => {
  assert.equal(serialOf('47123', 'never_marked').state, 'legible')
  assert.equal(serialOf('4712?', 'legible').state, 'partial')
  assert.equal(serialOf('', 'legible').state, 'not_recorded')
  assert.equal(serialOf('raspado', 'partial').state, 'obliterated')
})

test('a word that no list knows changes nothing', () => {
  assert.equal(serialOf('raspado', 'quux').state, 'obliterated')
  assert.equal(serialOf('', '').state, 'not_recorded')
})

test('it says nothing of the numbers on other parts', () => {
  const { marks } = readItem({ serial: 'frame a curious remark, slide 47123', serialState: 'obliterated' })
  assert.deepEqual(
    marks.map(({ part, state }) => [part, state]),
    [
      ['frame', 'obliterated'],
      ['slide', 'legible'],
    ],
  )
})
