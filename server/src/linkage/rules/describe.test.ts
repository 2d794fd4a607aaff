import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeItem } from '@proofmark/contract/described-item'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { describeStated, saysNothing } from './describe.ts'

test('an obliterated mark, one that was never recorded and a craft maker stay different facts', () => {
  const gone = describeItem(readItem({ serial: 'suprimido', make: 'artesanal' }))
  assert.deepEqual([gone.mark, gone.markState, gone.make], [null, 'obliterated', 'artesanal'])
  const blank = describeItem(readItem({ make: 'n/c' }))
  assert.deepEqual([blank.mark, blank.markState, blank.make], [null, 'not_recorded', null])
})

test('what no table knows is described as stated, and a year as far as it is known', () => {
  const { make, year } = describeItem(readItem({ serial: 'A1', make: 'Zyxwv Arms', year: '1990-1995' }))
  assert.deepEqual([make, year], ['Zyxwv Arms', '1990–1995'])
  assert.equal(describeItem(readItem({ year: '2011' })).year, '2011')
})

test('a mark alone says something, and that a mark is gone says nothing by which to look', () => {
  assert.ok(!saysNothing(describeStated({ mark: '?8' })))
  assert.ok(saysNothing(describeItem(readItem({ serial: 'suprimido' }))))
})

test('whatever a source states, its description is bounded', () => {
  const text = fc.string({ unit: CODE_POINT, maxLength: 400 })
  fc.assert(
    fc.property(fc.record({ serial: text, make: text, model: text, calibre: text, year: text }), (stated) => {
      for (const each of Object.values(describeItem(readItem(stated)))) assert.ok((each ?? '').length <= 320)
    }),
  )
})
