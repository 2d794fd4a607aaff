import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnread, unreadTexts } from './curation.ts'
import { readItem } from './read-item.ts'

test('only what no table knows waits for a curator', () => {
  const item = readItem({
    make: 'Taurus',
    model: 'Quux 9',
    calibre: 'n/c',
    type: 'Pistola',
    country: 'Ruritania',
    serial: 'some odd words',
  })
  assert.deepEqual(unreadTexts(item), [
    { field: 'model', stated: 'Quux 9', make: 'taurus' },
    { field: 'country', stated: 'Ruritania', make: 'taurus' },
    { field: 'serial', stated: 'some odd words', make: 'taurus' },
  ])
})

test('an item that is read, or of which nothing is stated, leaves nothing waiting', () => {
  assert.deepEqual(unreadTexts(readItem({})), [])
  assert.deepEqual(unreadTexts(readItem({ make: 'semmarca', serial: 'S/N', calibre: '???' })), [])
})

test('a text can be decided on where the tables leave it unread, a calibre as soon as one type of firearm does', () => {
  assert.equal(isUnread('make', 'Taurus', null), false)
  assert.equal(isUnread('make', 'Quuxwerke', null), true)
  assert.equal(isUnread('model', 'G17', 'glock'), false)
  assert.equal(isUnread('model', 'G17', null), true)
  assert.equal(isUnread('calibre', '9x19', null), false)
  assert.equal(isUnread('calibre', 'quux 9', null), true)
  assert.equal(isUnread('serial', 'raspado', null), false)
  assert.equal(isUnread('serial', 'a curious remark', null), true)
  assert.equal(isUnread('country', '', null), false)
})
