import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitsForPointer } from './fits-for-pointer.ts'

const item = { skeleton: 'TKR1048', make: 'taurus', calibre: '9x19', type: 'pistol' }

test('the same mark fits where nothing that both state contradicts it', () => {
  assert.ok(fitsForPointer(item, item))
  assert.ok(fitsForPointer(item, { ...item, make: null, calibre: null, type: null }))
  assert.ok(fitsForPointer(item, { ...item, calibre: '9mm' }))
})

test('another mark, no mark, another make or another calibre does not', () => {
  assert.ok(!fitsForPointer(item, { ...item, skeleton: 'TKR1049' }))
  assert.ok(!fitsForPointer({ ...item, skeleton: null }, { ...item, skeleton: null }))
  assert.ok(!fitsForPointer(item, { ...item, make: 'glock' }))
  assert.ok(!fitsForPointer(item, { ...item, calibre: '40sw' }))
})
