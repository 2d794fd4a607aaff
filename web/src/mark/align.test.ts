import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCharacters } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { alignMarks, type Column } from './align.ts'
import { cellsOf } from './typed.ts'

const align = (query: string, record: string) => alignMarks(cellsOf(query), cellsOf(record))
const signs = (columns: readonly Column[]) =>
  columns.map(({ sign }) => ({ agrees: '|', confusable: '~', silent: '.', differs: 'x' })[sign]).join('')
const side = (columns: readonly Column[], name: 'query' | 'record') =>
  formatCharacters(columns.flatMap((column) => (column[name] ? [column[name]] : [])))

test('each position says whether it agrees, is confusable, says nothing or differs', () => {
  assert.equal(signs(align('TK?1O4[8B]', 'TKR1048')), '||.|~||')
  assert.equal(signs(align('TK?1O4[8B]', 'TKR1043')), '||.|~|x')
})

test('of two alternatives both count as seen, of more only the first', () => {
  assert.equal(signs(align('[8B]', 'B')), '|')
  assert.equal(signs(align('[O0Q]', '0')), '~')
})

test('a character more leaves a gap in the other mark', () => {
  const columns = align('1048', '10488')
  assert.equal(signs(columns).replaceAll('|', ''), 'x')
  assert.equal(columns.filter(({ query }) => query === null).length, 1)
})

test('a run of unknown length reaches over as many characters as it must', () => {
  assert.equal(signs(align('TK*8', 'TKR1048')), '||....|')
  assert.equal(signs(align('TK*8', 'TK8')), '||.|')
})

test('a Cyrillic letter is confusable with the Latin one of its shape', () => {
  assert.equal(signs(align('А1', 'A1')), '~|')
})

const marks = fc
  .array(fc.constantFrom('A', '8', 'B', '0', 'O', '?', '*', '[8B]'), { maxLength: 12 })
  .map((p) => p.join(''))

test('both marks stand whole and in order in their alignment', () => {
  fc.assert(
    fc.property(marks, marks, (query, record) => {
      const columns = align(query, record)
      const once = (text: string, name: 'query' | 'record') => {
        // A run may stand over several characters; it is still one run.
        assert.equal(side(columns, name).replace(/\*+/g, '*'), text.replace(/\*+/g, '*'))
      }
      once(query, 'query')
      once(record, 'record')
    }),
  )
})

test('a mark agrees with itself, as far as it can be read', () => {
  fc.assert(fc.property(marks, (mark) => assert.match(signs(align(mark, mark)), /^[|.]*$/)))
})
