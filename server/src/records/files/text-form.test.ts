import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTextForm } from './text-form.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a comma is found even where a quoted heading holds more semicolons', () => {
  assert.equal(findTextForm(utf8('"a;b;c;d",e,f\n1,2,3\n')).delimiter, ',')
})

test('the semicolon of a continental spreadsheet is found', () => {
  assert.deepEqual(findTextForm(utf8('id;serial;make\n1;A;B\n')), { encoding: 'utf-8', delimiter: ';' })
})

test('bytes that are no UTF-8 are read as Windows-1252, which every byte is', () => {
  assert.equal(findTextForm(Uint8Array.from([0x69, 0x64, 0x2c, 0xe9, 0x0a])).encoding, 'windows-1252')
})

test('a sample cut within a character is still UTF-8', () => {
  assert.equal(findTextForm(utf8('id,é').subarray(0, 4)).encoding, 'utf-8')
})

test('UTF-16 is known by its byte-order mark, in both orders', () => {
  const text = Buffer.from('\uFEFFid;serial\n', 'utf16le')
  assert.deepEqual(findTextForm(text), { encoding: 'utf-16le', delimiter: ';' })
  assert.deepEqual(findTextForm(Buffer.from(text).swap16()), { encoding: 'utf-16be', delimiter: ';' })
})
