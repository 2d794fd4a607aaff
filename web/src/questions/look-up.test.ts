import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EMPTY_DRAFT } from '../find/useFind.ts'
import { lookUpOf } from './look-up.ts'

const NOTHING = {
  mark: null,
  markState: null,
  make: null,
  model: null,
  calibre: null,
  type: null,
  country: null,
  year: null,
}

test('a description is looked up as it was sent, under the asker’s reference', () => {
  const opened = lookUpOf({ ...NOTHING, mark: 'T?R*8', make: 'Taurus', type: 'pistol' }, 'case 7')
  assert.deepEqual(
    [opened.serial, opened.make, opened.model, opened.type, opened.reference],
    ['T?R*8', 'Taurus', '', 'pistol', 'case 7'],
  )
})

test('why one looks is left to the reader, and nothing is kept that Find does not ask for', () => {
  const opened = lookUpOf({ ...NOTHING, markState: 'obliterated' }, 'case 7')
  assert.ok(!('purpose' in opened))
  assert.deepEqual(Object.keys({ ...opened, purpose: null }).sort(), Object.keys(EMPTY_DRAFT).sort())
})
