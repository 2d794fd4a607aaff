import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import { norm, skeleton } from '@proofmark/domain/serial-norm'
import fc from 'fast-check'
import { describedMarks, isDescribedBy } from './described-mark.ts'

const skeletonOf = (mark: string) => skeleton(norm(mark))

test('a text of a make, a model and a mark is taken apart in each way that leaves a mark and words', () => {
  const ways = (text: string) => describedMarks(text).map((way) => [way.skeleton, way.words.join(' ')])
  assert.deepEqual(ways('taurus TST-4471'), [[skeletonOf('TST-4471'), 'taurus']])
  assert.deepEqual(ways('TST4471'), [])
  assert.deepEqual(ways('Taurus'), [])
  assert.ok(ways('Glock 17 TST 4471').some(([mark, words]) => mark === skeletonOf('TST4471') && words === 'glock 17'))
})

test('whatever is typed, each way is a mark out of it and words out of it, and an endless text is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const way of describedMarks(text)) {
        assert.ok(way.skeleton.length >= 4)
        assert.ok(way.words.length > 0)
      }
    }),
  )
  assert.deepEqual(describedMarks('a 12345 '.repeat(50)), [])
})

test('an item is described by words of its make and model and by another name of its make, and by no other word', () => {
  const item = readItem({ make: 'Smith & Wesson', model: 'M&P 9', serial: 'TST4471' })
  for (const words of [['smith'], ['smith', 'wesson'], ['wesson', '9'], ['sw']])
    assert.equal(isDescribedBy(item, words), true, words.join())
  for (const words of [['taurus'], ['smith', 'taurus'], ['4471']])
    assert.equal(isDescribedBy(item, words), false, words.join())
})
