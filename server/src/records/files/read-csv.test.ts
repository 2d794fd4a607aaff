import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { ByteReader } from './byte-reader.ts'
import { csvLine } from './csv-line.ts'
import { readTable } from './read-table.ts'
import { faultIn, pieces, readWhole, utf8 } from './table.fixture.ts'

const rowsIn = async (text: string) => (await readWhole(utf8(text))).rows

test('a table comes with its form, its headings and its rows, counted as a spreadsheet counts', async () => {
  assert.deepEqual(await readWhole(utf8('id;serial\r\n1;A\r\n2;B\r\n')), {
    form: { kind: 'csv', encoding: 'utf-8', delimiter: ';' },
    headings: ['id', 'serial'],
    rows: [
      [2, '1', 'A'],
      [3, '2', 'B'],
    ],
    misfits: {},
  })
})

test('whatever cells hold, they come back as they were written, however the bytes are cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '\u202E', '=') })
  const row = fc.tuple(fc.constant('x'), cell, cell)
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 40 }), async (rows, length) => {
      const text = csvLine(['a', 'b', 'c']) + rows.map((cells) => csvLine(cells)).join('')
      const table = await readWhole(utf8(text), { delimiter: ',', encoding: 'utf-8' }, length)
      assert.deepEqual(
        table.rows.map(([, ...cells]) => cells),
        rows,
      )
    }),
    { numRuns: 60 },
  )
})

test('ends of lines may be mixed in one file', async () => {
  assert.deepEqual(await rowsIn('a,b\r\n1,2\n3,4\r5,6\r\n'), [
    [2, '1', '2'],
    [3, '3', '4'],
    [4, '5', '6'],
  ])
})

test('a quotation mark within a field is kept, doubled in quotes or bare', async () => {
  assert.deepEqual(await rowsIn('a,b\n"Colt ""45""",5" barrel\n'), [[2, 'Colt "45"', '5" barrel']])
})

test('a cell of several lines is one row, and the row after it is the next', async () => {
  assert.deepEqual(await rowsIn('a,b\n"one\ntwo",x\n3,y\n'), [
    [2, 'one\ntwo', 'x'],
    [3, '3', 'y'],
  ])
})

test('blank rows are left out and counted, also those that hold only delimiters and blanks', async () => {
  assert.deepEqual(await rowsIn('\n;;\na;b;c\n\n1;2;3\n ; ;\n\n4;5;6\n'), [
    [5, '1', '2', '3'],
    [8, '4', '5', '6'],
  ])
})

test('the line sep=; that Excel writes is honoured, is not the heading and is not counted', async () => {
  const table = await readWhole(utf8('sep=;\r\nid;a,b,c\r\n1;2\r\n'))
  assert.deepEqual([table.headings, table.rows], [['id', 'a,b,c'], [[2, '1', '2']]])
  assert.deepEqual(table.form, { kind: 'csv', encoding: 'utf-8', delimiter: ';' })
})

test('a byte-order mark is no part of the first heading, in UTF-8 and in UTF-16', async () => {
  assert.deepEqual((await readWhole(utf8('\uFEFFid,b\n1,2\n'))).headings, ['id', 'b'])
  const wide = Buffer.from('\uFEFFid\tbé\n1\tü\n', 'utf16le')
  for (const bytes of [wide, Buffer.from(wide).swap16()]) {
    const table = await readWhole(bytes)
    assert.deepEqual([table.headings, table.rows], [['id', 'bé'], [[2, '1', 'ü']]])
  }
})

test('an encoding and a delimiter that are asked for are used', async () => {
  const bytes = Buffer.from([0x61, 0x3b, 0xcf, 0x2c, 0xcc, 0x0a, 0x31, 0x3b, 0xd2, 0x0a])
  const table = await readWhole(bytes, { encoding: 'windows-1251', delimiter: ';' })
  assert.deepEqual([table.headings, table.rows], [['a', 'П,М'], [[2, '1', 'Т']]])
  assert.deepEqual(table.form, { kind: 'csv', encoding: 'windows-1251', delimiter: ';' })
})

test('the form says Windows-1252 once a letter far into the file has shown it', async () => {
  const bytes = Buffer.concat([utf8(`id,make\n${'1,Taurus\n'.repeat(20_000)}`), Buffer.from([0x32, 0x2c, 0xe9, 0x0a])])
  const table = await readWhole(bytes)
  assert.deepEqual(table.form, { kind: 'csv', encoding: 'windows-1252', delimiter: ',' })
  assert.deepEqual(table.rows.at(-1), [20_002, '2', 'é'])
})

test('the heading may stand further down, under a title', async () => {
  const text = utf8('Register of arms, at the end of 2024\n\nid;serial\n1;A\n')
  const table = await readWhole(text, { heading: 3 })
  assert.deepEqual([table.headings, table.rows], [['id', 'serial'], [[4, '1', 'A']]])
  assert.deepEqual(await faultIn(text, { heading: 2 }), ['heading_missing', 2])
  assert.deepEqual(await faultIn(text, { heading: 9 }), ['heading_missing', 9])
})

test('a row with too few or too many cells comes with what it has, marked', async () => {
  const table = await readWhole(utf8('a,b,c\n1,2\n1,2,3,4\n1,2,3\n'))
  assert.deepEqual(table.rows[1], [3, '1', '2', '3', '4'])
  assert.deepEqual(table.misfits, { 2: 2, 3: 4 })
})

test('empty headings at the end are left out, and what stands under them is kept', async () => {
  const table = await readWhole(utf8('a,,b,,\n1,x,2,,\n1,,2\n1,,2,,note\n1,,2,,,\n'))
  assert.deepEqual(table.headings, ['a', 'column 2', 'b'])
  assert.deepEqual(table.rows, [
    [2, '1', 'x', '2'],
    [3, '1', '', '2'],
    [4, '1', '', '2', '', 'note'],
    [5, '1', '', '2', '', '', ''],
  ])
  assert.deepEqual(table.misfits, { 5: 6 })
})

test('NUL, direction marks and formulas are passed on as they stand', async () => {
  assert.deepEqual(await rowsIn('a,b\n"=1+1",\u202EA\u0000B\n'), [[2, '=1+1', '\u202EA\u0000B']])
})

test('a file with a heading alone is a table without rows', async () => {
  assert.deepEqual((await readWhole(utf8('a,b'))).rows, [])
})

test('an empty file and a blank one have no heading', async () => {
  assert.deepEqual(await faultIn(utf8('')), ['empty', 0])
  assert.deepEqual(await faultIn(utf8('\n ,\n\n')), ['empty', 0])
})

test('a heading that stands twice is refused, and so is one that takes the name of a column without', async () => {
  assert.deepEqual(await faultIn(utf8('\nid,id\n')), ['heading_twice', 2])
  assert.deepEqual(await faultIn(utf8('column 2,,b\n')), ['heading_twice', 1])
})

test('a heading that cannot be kept is refused', async () => {
  assert.deepEqual(await faultIn(utf8('id,a\u0000b\n')), ['heading_unusable', 1])
  assert.deepEqual(await faultIn(utf8(`id,${'x'.repeat(301)}\n`)), ['heading_unusable', 1])
})

test('more than 500 columns are refused, and a row of a million comes back cut', async () => {
  const headings = Array.from({ length: 501 }, (_, column) => `c${column}`).join()
  assert.deepEqual(await faultIn(utf8(`${headings}\n`)), ['too_many_columns', 1])
  assert.deepEqual(await faultIn(utf8(`a${','.repeat(600_000)}\n`)), ['too_many_columns', 1])
  const table = await readWhole(utf8(`a,b\n1${',2'.repeat(400_000)}\n3,4\n`))
  assert.deepEqual([table.misfits, table.rows[0]?.length], [{ 2: 400_001 }, 501])
  assert.deepEqual(table.rows[1], [3, '3', '4'])
})

test('a row of more than a million characters is refused by its number, whatever it holds', async () => {
  assert.deepEqual(await faultIn(utf8('x'.repeat(1_200_000))), ['row_too_long', 1])
  assert.deepEqual(await faultIn(utf8(`a,b\n1,2\n3,${'x'.repeat(1_200_000)}`)), ['row_too_long', 3])
  assert.deepEqual(await faultIn(utf8(`a,b\n1,2\n${','.repeat(1_200_000)}`)), ['row_too_long', 3])
})

test('a quotation mark that is never closed is named by the row in which it stands', async () => {
  assert.deepEqual(await faultIn(utf8('a,b\n1,2\n\n3,"x\n4,y\n5,z\n')), ['quote_unclosed', 4])
  assert.deepEqual(await faultIn(utf8(`a,b\n1,2\n3,"x\n${'4,y\n'.repeat(300_000)}`)), ['row_too_long', 3])
})

test('the rows before a fault are given before it', async () => {
  const kinds: string[] = []
  const messages = readTable(new ByteReader(pieces(utf8('a,b\n1,2\n3,"x\n'))), {})
  await assert.rejects(async () => {
    for await (const { kind } of messages) kinds.push(kind)
  })
  assert.deepEqual(kinds, ['opened', 'rows'])
})

test('what is no text is told apart by its bytes, whatever it is called', async () => {
  assert.deepEqual(await faultIn(utf8('%PDF-1.7\n')), ['not_text', 0])
  const program = Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at % 3 === 0 ? at % 251 : 0)))
  assert.deepEqual(await faultIn(program), ['not_text', 0])
  assert.deepEqual(await faultIn(Buffer.from('d0cf11e0a1b11ae10000', 'hex')), ['old_spreadsheet', 0])
  assert.deepEqual(await faultIn(utf8('<html><table></table></html>')), ['not_a_table', 0])
})
