import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import { formatCharacters } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { cellsOf } from './typed.ts'

test('a pattern is read into one cell a character', () => {
  const cells = cellsOf('tk?1[O0]*')
  assert.deepEqual(
    cells.map(({ state, alternatives, run }) => [state, alternatives.join(''), run]),
    [
      ['clear', 'T', false],
      ['clear', 'K', false],
      ['lost', '', false],
      ['clear', '1', false],
      ['doubtful', 'O0', false],
      ['lost', '', true],
    ],
  )
})

test('runs of unknown length that touch are one, and Backspace takes it whole', () => {
  const cells = cellsOf('T**-*8')
  assert.deepEqual(
    cells.map(({ start, end, run }) => [start, end, run]),
    [
      [0, 1, false],
      [1, 5, true],
      [5, 6, false],
    ],
  )
})

test('separators and the sign for look-alikes make no cell and are kept in the typed text', () => {
  const cells = cellsOf('~TK-104 8/2')
  assert.equal(formatCharacters(cells), 'TK10482')
  assert.deepEqual([cells[2]?.start, cells[2]?.end], [4, 5])
})

test('alternatives that are still being written reach to the end', () => {
  assert.equal(formatCharacters(cellsOf('A[8B')), 'A[8B]')
  assert.equal(cellsOf('A[')[1]?.state, 'lost')
})

test('a letter of another script stays itself', () => {
  assert.equal(cellsOf('а1')[0]?.alternatives[0], 'А')
})

test('whatever is typed, the ranges of the cells follow each other within it', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT, maxLength: 60 }), (typed) => {
      let end = 0
      for (const cell of cellsOf(typed)) {
        assert.ok(cell.start >= end && cell.end > cell.start && cell.end <= typed.length)
        end = cell.end
      }
    }),
  )
})

test('a mark that was read is typed and read back the same', () => {
  const one = fc.constantFrom('?', '*', 'A', '7', '[8B]', '[O0Q]')
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (pieces) => {
      assert.equal(formatCharacters(cellsOf(pieces.join(''))), pieces.join('').replace(/\*+/g, '*'))
    }),
  )
})
