import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Part } from '@proofmark/domain/marking'
import { readItem } from '@proofmark/domain/read-item'
import { type RelatedItem, relationOf } from './relation.ts'

function itemWith(part: Part, rest: Partial<RelatedItem> = {}): RelatedItem {
  const { marks } = readItem({ serial: 'TKR1048' })
  return { category: 'firearm', marks: marks.map((mark) => ({ ...mark, part })), loose: false, lot: false, ...rest }
}

test('the number of frame, receiver or of no named part is the firearm’s own', () => {
  for (const part of ['frame', 'receiver_lower', 'receiver_upper', 'unknown'] as const)
    assert.deepEqual(relationOf(itemWith(part), 0, itemWith('unknown'), 0), { kind: 'same' })
})

test('a number on slide, barrel, bolt or cylinder never makes two records one firearm', () => {
  for (const part of ['slide', 'barrel', 'bolt_breech', 'cylinder'] as const) {
    const expected = { kind: 'component', part, otherPart: null }
    assert.deepEqual(relationOf(itemWith(part), 0, itemWith('unknown'), 0), expected)
    const turned = { kind: 'component', part: null, otherPart: part }
    assert.deepEqual(relationOf(itemWith('unknown'), 0, itemWith(part), 0), turned)
  }
})

test('a component by itself is a component, even where its part is not named', () => {
  const loose = itemWith('unknown', { loose: true })
  assert.deepEqual(relationOf(loose, 0, itemWith('frame'), 0), { kind: 'component', part: 'other', otherPart: null })
})

test('rounds of one lot are of one lot, and never one item with a firearm', () => {
  const rounds = itemWith('unknown', { category: 'ammunition' })
  const lot = itemWith('unknown', { category: 'unknown', lot: true })
  assert.deepEqual(relationOf(rounds, 0, lot, 0), { kind: 'same-lot' })
  assert.equal(relationOf(rounds, 0, itemWith('frame'), 0), null)
  assert.equal(relationOf(itemWith('frame'), 0, lot, 0), null)
})
