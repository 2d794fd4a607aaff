import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Evidence } from '@proofmark/contract/schemas/find'
import fc from 'fast-check'
import { contrasts } from './contrast.ts'

const line = (field: Evidence['field'], bits: number): Evidence => ({ field, bits, text: '' })

test('what two records say differently stands out, the widest difference first', () => {
  const first = [line('prior', -14), line('serial', 22), line('make', 4), line('place', 3.3)]
  const other = [line('prior', -14), line('serial', 22), line('make', -4.6), line('year', 4.4), line('rivals', -3)]
  assert.deepEqual(
    contrasts(first, other).map(({ field, own, first }) => [field, own?.bits ?? null, first?.bits ?? null]),
    [
      ['make', -4.6, 4],
      ['year', 4.4, null],
      ['place', null, 3.3],
    ],
  )
})

test('a record never differs from itself, and two differ alike from either side', () => {
  const fields = ['prior', 'serial', 'make', 'model', 'calibre', 'type', 'country', 'year', 'place', 'rivals'] as const
  const evidence = fc
    .uniqueArray(fc.constantFrom(...fields))
    .chain((some) =>
      fc.tuple(...some.map((field) => fc.double({ min: -30, max: 30, noNaN: true }).map((b) => line(field, b)))),
    )
  fc.assert(
    fc.property(evidence, evidence, (one, other) => {
      assert.deepEqual(contrasts(one, one), [])
      const fieldsOf = (list: ReturnType<typeof contrasts>) => list.map(({ field }) => field).sort()
      assert.deepEqual(fieldsOf(contrasts(one, other)), fieldsOf(contrasts(other, one)))
    }),
  )
})
