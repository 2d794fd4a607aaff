import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editMark, type MarkEdit, type MarkKey } from './edit.ts'
import { cellsOf, LONGEST_TYPED } from './typed.ts'

const EMPTY: MarkEdit = { typed: '', at: 0, open: false }
const type = (text: string): MarkKey[] => [...text].map((character) => ({ kind: 'insert', character }))
const press = (edit: MarkEdit, ...keys: readonly MarkKey[]) => keys.reduce(editMark, edit)

test('a mark is typed with its signs, and alternatives end at ]', () => {
  assert.deepEqual(press(EMPTY, ...type('tk?1O4[8B]')), { typed: 'TK?1O4[8B]', at: 7, open: false })
})

test('typing on a character replaces it and goes on to the next', () => {
  const edit = press({ typed: 'TKR', at: 1, open: false }, ...type('?'))
  assert.deepEqual(edit, { typed: 'T?R', at: 2, open: false })
})

test('a run typed beside a run is the same run, and the focus goes on behind it', () => {
  assert.deepEqual(press(EMPTY, ...type('T**8')), { typed: 'T**8', at: 3, open: false })
  assert.equal(press(EMPTY, ...type('T**'), { kind: 'backspace' }).typed, 'T')
})

test('alternatives replace the character that they are written on', () => {
  assert.equal(press({ typed: 'TKR', at: 1, open: false }, ...type('[8B]')).typed, 'T[8B]R')
})

test('an opened choice with one reading is that character, with none it is gone', () => {
  assert.equal(press(EMPTY, ...type('[8]')).typed, '8')
  assert.equal(press(EMPTY, ...type('A[]')).typed, 'A')
})

test('moving away ends the choice', () => {
  const edit = press(EMPTY, ...type('A[8B'), { kind: 'move', to: 'first' })
  assert.deepEqual(edit, { typed: 'A[8B]', at: 0, open: false })
})

test('Backspace takes the character before, Delete the one under the focus', () => {
  assert.deepEqual(press({ typed: 'ABC', at: 2, open: false }, { kind: 'backspace' }), {
    typed: 'AC',
    at: 1,
    open: false,
  })
  assert.deepEqual(press({ typed: 'ABC', at: 1, open: false }, { kind: 'delete' }), { typed: 'AC', at: 1, open: false })
  assert.deepEqual(press(EMPTY, { kind: 'backspace' }), EMPTY)
})

test('Backspace within a choice takes its last reading, then the choice', () => {
  const edit = press(EMPTY, ...type('[8B'), { kind: 'backspace' })
  assert.deepEqual(edit, { typed: '[8]', at: 0, open: true })
  assert.deepEqual(press(edit, { kind: 'backspace' }, { kind: 'backspace' }), EMPTY)
})

test('a doubt offers what the character is confused with, and is taken back the same way', () => {
  const doubted = press({ typed: 'TO', at: 1, open: false }, { kind: 'doubt' })
  assert.equal(doubted.typed, 'T[O0QD]')
  assert.equal(press(doubted, { kind: 'doubt' }).typed, 'TO')
})

test('a pasted pattern goes in whole, before the focused character', () => {
  const edit = press({ typed: 'XY', at: 1, open: false }, { kind: 'paste', text: ' TK?[8B] ' })
  assert.deepEqual(edit, { typed: 'XTK?[8B]Y', at: 5, open: false })
})

test('alternatives pasted without their end do not swallow what follows', () => {
  assert.equal(press({ typed: 'XY', at: 1, open: false }, { kind: 'paste', text: '[8B' }).typed, 'X[8B]Y')
})

test('a mark is never longer than the search takes', () => {
  const edit = press(EMPTY, { kind: 'paste', text: 'A'.repeat(LONGEST_TYPED + 1) })
  assert.deepEqual(edit, EMPTY)
})

test('whatever is pressed, the focus stays on a character or the place after the last', () => {
  const key = fc.oneof(
    fc.constantFrom<MarkKey>(
      ...(['backspace', 'delete', 'doubt', 'close'] as const).map((kind) => ({ kind })),
      ...(['previous', 'next', 'first', 'last'] as const).map((to) => ({ kind: 'move' as const, to })),
    ),
    fc.constantFrom(...'AO8?*[]-').map((character): MarkKey => ({ kind: 'insert', character })),
    fc.constantFrom('A[8', ']]', '?*', '12-34').map((text): MarkKey => ({ kind: 'paste', text })),
  )
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      const edit = press(EMPTY, ...keys)
      const count = cellsOf(edit.typed).length
      assert.ok(edit.at >= 0 && edit.at <= count, `${JSON.stringify(edit)} has ${count} cells`)
      assert.ok(!edit.open || edit.at < count)
    }),
  )
})
