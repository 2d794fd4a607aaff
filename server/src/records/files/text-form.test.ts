import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utf8 } from './table.fixture.ts'
import { findDelimiter, findEncoding, isMarkup, isNoText, separatorLine } from './text-form.ts'

test('a comma is found even where a quoted heading holds more semicolons', () => {
  assert.equal(findDelimiter('"a;b;c;d",e,f\n1,2,3\n'), ',')
})

test('the semicolon of a continental spreadsheet is found', () => {
  assert.equal(findDelimiter('id;serial;make\n1;A;B\n'), ';')
})

test('the delimiter is that of the heading, not of blank or delimiters-only lines above it', () => {
  assert.equal(findDelimiter('\r\n\n,,,,\nid;serial\n'), ';')
})

test('where the heading stands further down, the delimiter is sought there and not in the title above', () => {
  assert.equal(findDelimiter('Register of arms, 2024, final\r\nid|serial\n', 2), '|')
  assert.equal(findDelimiter('"A title\nin two lines, with commas"\nid;serial\n', 2), ';')
})

test('a file with one column has a comma that never stands in it', () => {
  assert.equal(findDelimiter('serial\nA\n'), ',')
  assert.equal(findDelimiter(''), ',')
})

test('bytes that are no UTF-8 are read as Windows-1252, which every byte is', () => {
  assert.equal(findEncoding(Uint8Array.from([0x69, 0x64, 0x2c, 0xe9, 0x0a])), 'windows-1252')
})

test('a sample cut within a character is still UTF-8', () => {
  assert.equal(findEncoding(utf8('ì,é').subarray(0, 4)), 'utf-8')
})

test('UTF-16 is known by its byte-order mark, in both orders', () => {
  const text = Buffer.from('\uFEFFid;serial\n', 'utf16le')
  assert.equal(findEncoding(text), 'utf-16le')
  assert.equal(findEncoding(Buffer.from(text).swap16()), 'utf-16be')
})

test('UTF-16 without its mark is known by its zeros, in both orders and in Arabic too', () => {
  const text = Buffer.from('الرقم;النوع;1\n123;مسدس;2\n', 'utf16le')
  assert.equal(findEncoding(text), 'utf-16le')
  assert.equal(findEncoding(Buffer.from(text).swap16()), 'utf-16be')
})

test('a NUL within a cell does not make a text UTF-16', () => {
  assert.equal(findEncoding(utf8('id,serial\n9,AB\u0000C\n')), 'utf-8')
})

test('the line sep=; names the delimiter and is not part of the table', () => {
  assert.deepEqual(separatorLine('sep=;\r\nid;serial'), { length: 7, delimiter: ';' })
  assert.deepEqual(separatorLine('"SEP=\t"\nid'), { length: 8, delimiter: '\t' })
  assert.deepEqual(separatorLine('sep=;a\n'), { length: 0, delimiter: null })
  assert.deepEqual(separatorLine('sep;id\n'), { length: 0, delimiter: null })
})

test('a PDF and bytes at random are no text; a NUL or two, and Arabic, are', () => {
  assert.ok(isNoText('%PDF-1.7\n1 0 obj'))
  assert.ok(isNoText(Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('')))
  assert.ok(!isNoText('id,serial\n9,AB\u0000C\n8,\u0000\u0000'))
  assert.ok(!isNoText('الرقم,النوع\n'))
})

test('a web page that is called a spreadsheet is known by its first element', () => {
  assert.ok(isMarkup('\n<HTML><table>'))
  assert.ok(isMarkup('<?xml version="1.0"?>'))
  assert.ok(!isMarkup('<serial>,make\n'))
})
