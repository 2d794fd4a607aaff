import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { factsOf } from './facts-of.ts'

test('a body is told fact by fact, lists as one, and nothing of it that is empty', () => {
  assert.deepEqual(
    factsOf({ query: { serial: 'T?R', make: null, near: ['a', 2] }, candidates: 3, note: '', rows: [{ key: 'L1' }] }),
    [
      { path: ['query', 'serial'], values: ['T?R'] },
      { path: ['query', 'near'], values: ['a', '2'] },
      { path: ['candidates'], values: ['3'] },
      { path: ['rows', 'key'], values: ['L1'] },
    ],
  )
  assert.deepEqual(factsOf(null), [])
})

test('no text of a body is lost', () => {
  const leaves = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(leaves)
      : value === null || value === ''
        ? []
        : [String(value)]
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (body) => {
      assert.deepEqual(
        factsOf(body)
          .flatMap(({ values }) => values)
          .sort(),
        leaves(body).sort(),
      )
    }),
  )
})
