import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PairKey } from '@proofmark/matching/pair-path'
import { type Bound, type WayKnown, wayLines } from './path-lines.ts'

const bound = (more: Partial<Bound> = {}): Bound => ({ held: 3, place: 1, most: 100, ...more })
const way = (keys: readonly PairKey[], more: Partial<WayKnown> = {}) => {
  const { found, lines } = wayLines({
    asks: true,
    numbered: true,
    otherNumbered: true,
    keys,
    bounds: { near: bound(), wide: bound(), loose: bound() },
    settled: { wide: false, loose: false },
    ...more,
  })
  return [found, lines.map(({ id }) => id.replace('why_not.', ''))]
}
const key = (kind: PairKey['kind']): PairKey => ({ kind, shared: 2 })

test('the first path that leads there is told, and what lies behind it is not', () => {
  assert.deepEqual(way([key('neighbour'), key('pieces')]), [true, ['key.neighbour']])
  assert.deepEqual(way([]), [false, ['no_key']])
  assert.deepEqual(way([key('same')], { otherNumbered: false }), [false, ['no_number_asked']])
})

test('what is too common is left out and says so, and the next path may find it', () => {
  const bounds = { near: bound({ held: 900, place: 620, most: 500 }), wide: bound(), loose: bound() }
  assert.deepEqual(way([key('same'), key('pieces')], { bounds }), [true, ['key.same', 'bound_out', 'key.pieces']])
  assert.deepEqual(way([key('same')], { bounds }), [false, ['key.same', 'bound_out']])
})

test('a path that was not walked leads nowhere, though it would have', () => {
  const settled = { wide: true, loose: true }
  assert.deepEqual(way([key('pieces')], { settled }), [false, ['key.pieces', 'settled.wide']])
  assert.deepEqual(way([key('same')], { asks: false }), [true, ['does_not_ask', 'key.same']])
})
