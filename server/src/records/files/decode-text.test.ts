import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { decodeText } from './decode-text.ts'
import { utf8 } from './table.fixture.ts'
import { ENCODINGS, type Encoding } from './text-form.ts'

function decodeAll(parts: readonly Uint8Array[], asked?: Encoding): { text: string; encoding: Encoding } {
  const decoding = decodeText(parts[0] ?? new Uint8Array(), asked)
  const text = parts.map((part) => decoding.decode(part)).join('') + decoding.end()
  return { text, encoding: decoding.encoding }
}

function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  let at = 0
  for (const length of lengths) {
    parts.push(bytes.subarray(at, at + length))
    at += length
  }
  return [...parts, bytes.subarray(at)]
}

test('the first accented letter decides between UTF-8 and Windows-1252, however far behind the sample it stands', () => {
  const windows = [utf8('id,make\n'), utf8('1,Taurus\n'), Buffer.from([0x32, 0x2c, 0x80, 0xe9, 0x0a])]
  assert.deepEqual(decodeAll(windows), { text: 'id,make\n1,Taurus\n2,€é\n', encoding: 'windows-1252' })
  const unicode = [utf8('id,make\n'), utf8('1,Taurus\n'), utf8('2,€é\n')]
  assert.deepEqual(decodeAll(unicode), { text: 'id,make\n1,Taurus\n2,€é\n', encoding: 'utf-8' })
})

test('an accented letter in Windows-1252 is read wherever the bytes are cut', () => {
  assert.deepEqual(decodeAll([utf8('id,'), Buffer.from([0xe9]), utf8(',x')]).text, 'id,é,x')
  assert.deepEqual(decodeAll([utf8('id,'), Buffer.from([0xe9])]), { text: 'id,é', encoding: 'windows-1252' })
})

test('text in UTF-8 is read alike however its bytes are cut', () => {
  const lengths = fc.array(fc.nat({ max: 5 }), { maxLength: 40 })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), lengths, (text, cuts) => {
      const ascii = utf8('id,')
      const { text: read } = decodeAll([ascii, ...cut(utf8(text), cuts)])
      assert.equal(read, `id,${text}`)
    }),
  )
})

test('a byte that is no UTF-8 within a UTF-8 file becomes U+FFFD and spoils nothing else', () => {
  const { text, encoding } = decodeAll([utf8('é,'), Buffer.from([0xff, 0x2c]), utf8('ü')])
  assert.deepEqual([text, encoding], ['é,\uFFFD,ü', 'utf-8'])
})

test('an encoding that is asked for is used, whatever the bytes look like', () => {
  assert.equal(decodeAll([Buffer.from([0xcf, 0xcc])], 'windows-1251').text, 'ПМ')
  assert.equal(decodeAll([Buffer.from([0xc7, 0xe1])], 'windows-1256').text, 'ال')
  assert.equal(decodeAll([Buffer.from([0xef, 0xed])], 'koi8-r').text, 'ОМ')
  assert.equal(decodeAll([Buffer.from([0x8e, 0x80])], 'macintosh').text, 'éÄ')
  assert.equal(decodeAll([Buffer.from([0xf0, 0xfe])], 'iso-8859-9').text, 'ğş')
})

test('a byte-order mark goes before an encoding that is asked for', () => {
  assert.deepEqual(decodeAll([utf8('\uFEFFНомер')], 'windows-1251'), { text: 'Номер', encoding: 'utf-8' })
  const wide = Buffer.from('\uFEFFNº', 'utf16le')
  assert.deepEqual(decodeAll([wide], 'windows-1252'), { text: 'Nº', encoding: 'utf-16le' })
})

test('every encoding that may be asked for is one that can be decoded', () => {
  for (const encoding of ENCODINGS) assert.equal(decodeAll([new Uint8Array()], encoding).text, '')
})

test('one stray byte in a UTF-8 file does not garble its accents', () => {
  const bytes = Buffer.concat([
    Buffer.from('João,São,Conceição,Peça\n'),
    Buffer.from([0x41, 0xe9, 0x0a]),
    Buffer.from('João\n'),
  ])
  const decoding = decodeText(bytes)
  assert.equal(decoding.decode(bytes) + decoding.end(), 'João,São,Conceição,Peça\nA\uFFFD\nJoão\n')
})
