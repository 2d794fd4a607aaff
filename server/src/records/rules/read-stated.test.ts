import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import { createVocabulary, NO_VOCABULARY } from '@proofmark/domain/vocabulary'
import { isPosted } from './is-posted.ts'
import { readStated } from './read-stated.ts'

const pistol = { serial: '47123', make: 'Taurus', type: 'Pistola', part: 'slide', calibre: '380' }

test('a component is one whatever firearm its type names, and its number stands on its part', () => {
  const item = readStated(pistol, 'component', NO_VOCABULARY)
  assert.deepEqual([item.category, item.type.code, item.serial.part], ['component', 'pistol', 'slide'])
  assert.equal(readStated(pistol, 'firearm', NO_VOCABULARY).category, 'firearm')
})

test('the number of an ammunition lot is the lot’s', () => {
  const item = readStated({ serial: 'LOT-47123', calibre: '9x19' }, 'ammunition-lot', NO_VOCABULARY)
  assert.deepEqual([item.category, item.serial.kind, item.serial], ['ammunition', 'lot', item.marks[0]])
  assert.equal(readStated({ calibre: '9x19' }, 'ammunition-lot', NO_VOCABULARY).serial.kind, 'lot')
})

test('the column for the serial’s state is read, and the agency’s words are', () => {
  const vocabulary = createVocabulary([
    { id: '1', field: 'make', stated: 'quux', make: null, code: 'glock', said: null },
  ])
  const item = readStated({ serial: '', serial_state: 'never_marked', make: 'Quux' }, 'firearm', vocabulary)
  assert.deepEqual([item.serial.state, item.make.code], ['never_marked', 'glock'])
})

test('what the other columns say of the event changes nothing of the item', () => {
  const event = { date: '2020', event: 'seizure', quantity: '3', place: 'x', ref: 'y', serial_state: '' }
  for (const kind of ROW_KINDS)
    assert.deepEqual(readStated({ ...pistol, ...event }, kind, NO_VOCABULARY), readStated(pistol, kind, NO_VOCABULARY))
})

test('only a consignment of several items is not found by a mark', () => {
  for (const kind of ROW_KINDS)
    for (const quantity of [null, 1, 2, 500])
      assert.equal(isPosted(kind, quantity), !(kind === 'consignment' && (quantity ?? 1) > 1), `${kind} ${quantity}`)
})
