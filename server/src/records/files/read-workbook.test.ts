import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultIn, readWhole, utf8 } from './table.fixture.ts'
import { SheetUnknown } from './table-fault.ts'
import { textRow, workbook, workbookEntries } from './workbook.fixture.ts'
import { zipOf } from './zip.fixture.ts'

const cell = (at: string, value: string, attributes = '') => `<c r="${at}"${attributes}><v>${value}</v></c>`
const oneRow = (cells: string) => `${textRow(1, ['a', 'b', 'c', 'd'])}<row r="2">${cells}</row>`

test('a sheet is a table with its form, its headings and its rows, whatever the file is called', async () => {
  const sheets = { Register: textRow(1, ['id', 'serial']) + textRow(2, ['1', ' A ']) + textRow(3, ['2', 'ب']) }
  assert.deepEqual(await readWhole(workbook({ sheets })), {
    form: { kind: 'xlsx', sheet: 'Register', sheets: ['Register'] },
    headings: ['id', 'serial'],
    rows: [
      [2, '1', ' A '],
      [3, '2', 'ب'],
    ],
    misfits: {},
  })
})

test('numbers, shared texts and truths become the text that a person would type', async () => {
  const cells = cell('A2', '1.5E+3') + cell('B2', '0', ' t="s"') + cell('C2', '1', ' t="b"') + cell('D2', '007')
  const { rows } = await readWhole(workbook({ sheets: { A: oneRow(cells) }, shared: ['Taurus &amp; Co'] }))
  assert.deepEqual(rows, [[2, '1500', 'Taurus & Co', 'TRUE', '007']])
})

test('a date is a day, and a time only where it has one', async () => {
  const cells = cell('A2', '43588', ' s="1"') + cell('B2', '43588.604166666664', ' s="2"') + cell('C2', '43588')
  const parts = { sheets: { A: oneRow(cells) }, formats: [0, 14, 22] }
  assert.deepEqual((await readWhole(workbook(parts))).rows, [[2, '2019-05-03', '2019-05-03T14:30:00', '43588', '']])
})

test('a workbook that counts its days from 1904 says the same days', async () => {
  const parts = { sheets: { A: oneRow(cell('A2', '42126', ' s="1"')) }, formats: [0, 14], date1904: true }
  assert.equal((await readWhole(workbook(parts))).rows[0]?.[1], '2019-05-03')
})

test('a formula stands for its last value, an error for itself, and a formula never computed for nothing', async () => {
  const cells =
    '<c r="A2" t="str"><f>B2&amp;"x"</f><v>kept</v></c>' +
    `<c r="B2" s="0" t='e'><f>1/0</f><v>#REF!</v></c><c r="C2" t="str"><f>NOW()</f></c>${cell('D2', '7')}`
  const { rows } = await readWhole(workbook({ sheets: { A: oneRow(cells) }, formats: [0] }))
  assert.deepEqual(rows, [[2, 'kept', '#REF!', '', '7']])
})

test('blank rows are left out and counted, and columns without any heading or cell are no columns', async () => {
  const rows = textRow(3, ['id', 'serial', '']) + textRow(5, ['1', 'A']) + textRow(9, ['2', '', '', ''])
  const table = await readWhole(workbook({ sheets: { A: rows } }))
  assert.deepEqual(table.headings, ['id', 'serial'])
  assert.deepEqual(table.rows, [
    [5, '1', 'A'],
    [9, '2', ''],
  ])
})

test('what stands beside the table, under no heading, is kept with its row', async () => {
  const rows = textRow(1, ['id', 'serial']) + textRow(2, ['1', 'A', '', 'see file']) + textRow(3, ['2', 'B'])
  const table = await readWhole(workbook({ sheets: { A: rows } }))
  assert.deepEqual(table.rows, [
    [2, '1', 'A', '', 'see file'],
    [3, '2', 'B'],
  ])
  assert.deepEqual(table.misfits, {})
})

test('the heading may stand further down', async () => {
  const rows = textRow(1, ['Register of arms']) + textRow(3, ['id', 'serial']) + textRow(4, ['1', 'A'])
  const table = await readWhole(workbook({ sheets: { A: rows } }), { heading: 3 })
  assert.deepEqual([table.headings, table.rows], [['id', 'serial'], [[4, '1', 'A']]])
})

test('a sheet is found by its name or its number, and an unknown one is answered with those that there are', async () => {
  const sheets = { '2': textRow(1, ['two']), 'Notes &amp; more': textRow(1, ['x']), Arms: textRow(1, ['id']) }
  const bytes = workbook({ sheets })
  assert.deepEqual((await readWhole(bytes)).headings, ['two'])
  assert.deepEqual((await readWhole(bytes, { sheet: 'Arms' })).headings, ['id'])
  assert.deepEqual((await readWhole(bytes, { sheet: '3' })).headings, ['id'])
  assert.deepEqual((await readWhole(bytes, { sheet: '2' })).headings, ['two'])
  assert.deepEqual((await readWhole(bytes, { sheet: 'Notes & more' })).headings, ['x'])
  await assert.rejects(readWhole(bytes, { sheet: '9' }), (failure) => {
    assert.ok(failure instanceof SheetUnknown)
    assert.deepEqual(failure.sheets, ['2', 'Notes & more', 'Arms'])
    return true
  })
})

test('a sheet without cells has no heading', async () => {
  assert.deepEqual(await faultIn(workbook({ sheets: { A: '' } })), ['empty', 0])
})

test('50,000 rows are taken and one more is refused before any is given', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 2}">${cell(`A${index + 2}`, '7')}</row>`)
  const sheet = textRow(1, ['id']) + rows.join('')
  assert.equal((await readWhole(workbook({ sheets: { A: sheet } }))).rows.length, 50_000)
  const more = `${sheet}<row r="50003">${cell('A50003', '7')}</row>`
  assert.deepEqual(await faultIn(workbook({ sheets: { A: more } })), ['too_many_rows', 50_003])
})

test('more than 500 columns are refused', async () => {
  const wide = textRow(
    1,
    Array.from({ length: 501 }, (_, column) => `c${column}`),
  )
  assert.deepEqual(await faultIn(workbook({ sheets: { A: wide } })), ['too_many_columns', 1])
})

test('a row of more than a million characters is refused by its number', async () => {
  const sheet =
    textRow(1, ['id', 'serial']) + textRow(2, ['1', 'A']) + textRow(3, ['x'.repeat(600_000), 'y'.repeat(600_000)])
  assert.deepEqual(await faultIn(workbook({ sheets: { A: sheet } })), ['row_too_long', 3])
})

test('one long text that stands in every cell is not multiplied without end', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `<row r="${at + 2}">${cell(`A${at + 2}`, '0', ' t="s"')}</row>`)
  const bytes = workbook({ sheets: { A: textRow(1, ['id']) + rows.join('') }, shared: ['x'.repeat(900_000)] })
  assert.deepEqual(await faultIn(bytes), ['zip_too_large', 300])
})

test('more than 50 MB are refused while they come', async () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(50 * 1024 * 1024)])
  assert.deepEqual(await faultIn(zip), ['workbook_too_large', 0])
})

test('an archive that is no workbook is no table', async () => {
  assert.deepEqual(await faultIn(zipOf([{ name: 'notes.txt', content: utf8('a,b') }])), ['not_a_table', 0])
})

test('a workbook whose parts are missing or are no XML is damaged', async () => {
  const entries = workbookEntries({ sheets: { A: textRow(1, ['id']) } })
  const without = entries.filter(({ name }) => !name.includes('worksheets/'))
  assert.deepEqual(await faultIn(zipOf(without)), ['workbook_damaged', 0])
  const broken = workbook({ sheets: { A: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' } })
  assert.deepEqual(await faultIn(broken), ['workbook_damaged', 0])
  const open = workbook({ sheets: { A: '<row r="1"><c r="A1' } })
  assert.deepEqual(await faultIn(open), ['workbook_damaged', 0])
})
