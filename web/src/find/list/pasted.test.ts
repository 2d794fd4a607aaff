import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf, pastedRows } from './pasted.ts'

test('serials are pasted one a line, with make, model and calibre where they are known', () => {
  assert.deepEqual(pastedRows('TKR1048\r\n\r\nTKR1049,Taurus,PT 92\nAB 12\tIzhmash\t\t7,62x39\n'), [
    { serial: 'TKR1048' },
    { serial: 'TKR1049', make: 'Taurus', model: 'PT 92' },
    { serial: 'AB 12', make: 'Izhmash', calibre: '7,62x39' },
  ])
})

test('a calibre keeps its comma although commas divide the line', () => {
  assert.deepEqual(pastedRows('AB12,Izhmash,AKM,7,62x39'), [
    { serial: 'AB12', make: 'Izhmash', model: 'AKM', calibre: '7,62x39' },
  ])
})

test('a first line of headings names the columns, and others are left alone', () => {
  assert.deepEqual(pastedRows('Year;SERIAL;owner\n2011;TKR1048;A. B.\n;"say ""8""";\n'), [
    { year: '2011', serial: 'TKR1048' },
    { serial: 'say "8"' },
  ])
})

test('nothing pasted is no row', () => {
  assert.deepEqual(pastedRows(' \n\t\n'), [])
})

test('the file has headings, only columns that are stated, and quotes every cell', () => {
  assert.equal(
    csvOf([{ serial: 'A"1' }, { make: 'Taurus, Brazil' }]),
    'serial,make\r\n"A""1",""\r\n"","Taurus, Brazil"\r\n',
  )
})

test('whatever cells hold, the file gives them back', () => {
  const cell = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[\r\n]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.record({ serial: cell, make: cell }), { minLength: 1, maxLength: 6 }), (rows) => {
      const [, ...lines] = csvOf(rows).split('\r\n').slice(0, -1)
      const read = lines.map((line) =>
        [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text?.replaceAll('""', '"')),
      )
      assert.deepEqual(
        read,
        rows.map(({ serial, make }) => [serial, make]),
      )
    }),
  )
})
