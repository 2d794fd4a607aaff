import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProfileRule } from '@proofmark/contract/schemas/profile'
import { anyText } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import { findHeadings } from './file-columns.ts'
import { compileKey, compileRule, visible } from './profile-rule.ts'
import { valueKey } from './value-map.ts'

const find = findHeadings(['A', 'B', 'C'])
const said = (rule: ProfileRule, cells: Record<string, string>) => compileRule(rule, find)(cells)

test('a column gives its very text, and nothing where nothing can be seen of it', () => {
  assert.equal(said('A', { A: ' Taurus ' }), ' Taurus ')
  for (const blank of ['', '  ', '\t', '\u200f']) assert.equal(said('A', { A: blank }), '')
  assert.equal(said('A', {}), '')
})

test('a split takes a piece from either end, and nothing where there is none', () => {
  const piece = (take: number, by = '/') => said({ column: 'A', split: { by, take } }, { A: ' x / y //z ' })
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((take) => piece(take)),
    ['x', 'y', '', 'z', ''],
  )
  assert.deepEqual(
    [-1, -4, -5].map((take) => piece(take)),
    ['z', 'x', ''],
  )
  assert.equal(said({ column: 'A', split: { by: ' ', take: 2 } }, { A: ' Taurus \t  PT 92' }), 'PT')
})

test('a join leaves blank parts out, and its constants say nothing alone', () => {
  const place: ProfileRule = { join: ['A', 'B', { constant: 'XA' }], by: ', ' }
  assert.equal(said(place, { A: ' Port ', B: ' ' }), 'Port, XA')
  assert.equal(said(place, { A: 'Port', B: 'North' }), 'Port, North, XA')
  assert.equal(said(place, { A: '', B: '' }), '')
})

test('a value map ignores case, accents and blanks around, and leaves alone what is not in it', () => {
  const rule: ProfileRule = {
    column: 'A',
    values: { Outros: '', 'NÃO  CONSTA': '', APREENDIDO: 'seizure', '.40': '40 S&W', '-': '' },
  }
  for (const text of ['outros', ' OUTROS ', 'nao consta', 'Não consta', '-']) assert.equal(said(rule, { A: text }), '')
  assert.equal(said(rule, { A: 'apreendido' }), 'seizure')
  for (const text of ['40', '?', 'Outros 2', 'x'.repeat(500)]) assert.equal(said(rule, { A: text }), text)
  assert.equal(said({ join: ['A', 'B'], by: ' ', values: { 'n c': '' } }, { A: 'N', B: 'C' }), '')
})

test('texts are compared alike however they are written', () => {
  const written = fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text: string) => `\t${text}  `,
  )
  const word = fc.string({ unit: fc.constantFrom(...'aeiouçãéüñšđ ./-0149'), minLength: 1, maxLength: 20 })
  fc.assert(fc.property(word, written, (text, write) => assert.equal(valueKey(write(text)), valueKey(text))))
})

test('a map never changes its mind about a text, however often it is asked', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
      const read = compileRule({ column: 'A', values: { outros: '', '9mm': '9×19' } }, find)
      const once = texts.map((text) => read({ A: text }))
      assert.deepEqual(
        texts.map((text) => read({ A: text })),
        once,
      )
    }),
  )
})

test('a key joined of parts tells its parts apart', () => {
  const key = compileKey({ join: ['A', 'B'], by: '/' }, find)
  assert.equal(key({ A: ' 10 ', B: '2019' }), '10/2019')
  assert.notEqual(key({ A: 'a/b', B: 'c' }), key({ A: 'a', B: 'b/c' }))
  assert.notEqual(key({ A: 'a', B: '' }), key({ A: '', B: 'a' }))
  assert.equal(key({ A: ' ', B: '' }), '')
})

test('two rows have one key only where they agree in every part', () => {
  const part = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('a', '-', '/', '\\', ' ', ','), maxLength: 6 }))
  const parts = fc.tuple(part, part, part)
  const by = fc.constantFrom('/', '-', '--', ', ', ' ', 'a', 'a-a', '-/')
  const rowOf = ([A, B, C]: readonly string[]) => ({ A: A ?? '', B: B ?? '', C: C ?? '' })
  /** The same text, cut elsewhere: where a key forgot which part is which, these two would share it. */
  const cutElsewhere = (texts: readonly string[], by: string, place: number) => {
    const pieces = texts.join(by).split(by)
    const first = 1 + (place % pieces.length)
    return [pieces.slice(0, first).join(by), pieces.slice(first, first + 1).join(by), pieces.slice(first + 1).join(by)]
  }
  const other = fc.oneof(parts, fc.nat(6))
  fc.assert(
    fc.property(by, parts, other, (by, one, other) => {
      const key = compileKey({ join: ['A', 'B', 'C'], by }, find)
      const second = typeof other === 'number' ? cutElsewhere(one, by, other) : other
      const told = (texts: readonly string[]) => texts.map((text) => visible(text).trim())
      const alike = told(one).every((text, place) => text === told(second)[place])
      assert.equal(key(rowOf(one)) === key(rowOf(second)), alike)
    }),
    { numRuns: 3_000 },
  )
})
