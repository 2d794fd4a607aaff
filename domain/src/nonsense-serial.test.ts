import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nonsenseSerial } from './nonsense-serial.ts'
import { readItem } from './read-item.ts'

const words = { make: 'Taurus', model: 'PT 92', calibre: '9x19mm' }
const said = (serial: string) => nonsenseSerial(readItem({ serial, ...words }))

test('what is no serial is named for what it is', () => {
  assert.equal(said('BO 123/2015'), 'case_number')
  assert.equal(said('2014.00123'), 'case_number')
  assert.equal(said('0456-1998'), 'case_number')
  assert.equal(said('2015'), 'year')
  assert.equal(said('1111111'), 'repeated')
  assert.equal(said('123456'), 'counts_up')
  assert.equal(said('PT92'), 'model')
  assert.equal(said('9MM'), 'calibre')
})

test('a serial is not, though it holds the digits of a year or nothing usable at all', () => {
  for (const serial of ['TKR10482', 'A20155531', '201512345', 'TKR-2015', 'SUPRIMIDO', '', '55?27'])
    assert.equal(said(serial), null, serial)
})
