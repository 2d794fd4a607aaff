import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { aReply, aRequest } from '../messages.fixture.ts'
import { shape3312 } from './shape-3312.ts'
import { shapeIarms } from './shape-iarms.ts'

type Row = Readonly<Record<string, string>>

/** The one row of a file, by its headings. */
function readByLibrary(file: string): Row {
  const rows = parse(file, { bom: true, columns: true, relax_column_count: false }) as Row[]
  assert.equal(rows.length, 1)
  return rows[0]!
}

const PROGRAM =
  'import csv, io, json, sys; sys.stdout.write(json.dumps(list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline=""), strict=True))))'

/** The same by Python's csv, where the machine has Python. */
function readByPython(file: string): Row | null {
  const { status, stdout } = spawnSync('python3', ['-c', PROGRAM], { input: file, encoding: 'utf8' })
  return status === 0 ? (JSON.parse(stdout) as Row[])[0]! : null
}

const hostile = aRequest({
  firearm: {
    ...aRequest().firearm,
    make: '=HYPERLINK("http://x.example","y")',
    model: '+1+1',
    serial: { observed: '@SUM(A1)', state: 'obliterated', part: 'frame' },
  },
  circumstances: {
    ...aRequest().circumstances,
    place: 'بورت ألدر, "dock"; 2',
    summary: 'first line\nsecond, with "quotes"\u202Egnp\u0007',
  },
  legalJustification: '-2+3',
})

test('the file in the shape of form 3312.1 is read alike by other programs, with a mark for spreadsheets', () => {
  const file = shape3312(aRequest())
  assert.ok(file.startsWith('\uFEFF'))
  const row = readByLibrary(file)
  const python = readByPython(file)
  if (python !== null) assert.deepEqual(python, row)
  assert.equal(row['1b Priority'], 'Urgent')
  assert.equal(row['4e Agency case number'], 'XA-TR-2026/0417')
  assert.equal(row['5a Serial number'], 'TRN[8B]4?71-K')
  assert.equal(row['5b Obliterated'], 'N')
  assert.equal(row['5c Manufacturer'], 'Tern Arms')
  assert.equal(row['5h Importer'], 'Gull & Sons Import')
  assert.equal(row['8a Recovery date'], '2026-11-14')
  assert.equal(row['6a Possessor name'], '')
})

test('the file in the shape of iARMS tells a request, and with it its reply', () => {
  const asked = readByLibrary(shapeIarms(aRequest(), null))
  assert.deepEqual([asked['Record type'], asked.Status, asked.Outcome], ['Trace request', 'submitted', ''])
  assert.deepEqual([asked['Other serial numbers'], asked['Proof marks']], ['4471-K', 'N9'])
  const file = shapeIarms(aRequest(), aReply())
  const answered = readByLibrary(file)
  const python = readByPython(file)
  if (python !== null) assert.deepEqual(python, answered)
  assert.deepEqual(
    [answered.Status, answered.Outcome, answered['Refusal reason'], answered['Exported to'], answered.Recipient],
    ['partial', 'to_export', 'confidentiality_law', 'XD', 'Heron Trading'],
  )
  assert.equal(answered['Conditions of disclosure'], 'H1; H2; Not to be shown to the importer.')
})

test('no cell is a formula, whatever was written, and nothing in it is unseen', () => {
  for (const file of [shape3312(hostile), shapeIarms(hostile, null)]) {
    const row = readByLibrary(file)
    const python = readByPython(file)
    if (python !== null) assert.deepEqual(python, row)
    for (const cell of Object.values(row)) {
      assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
      assert.doesNotMatch(cell, /[\u202a-\u202e\u2066-\u2069]|\p{Cc}(?<!\n)/u)
    }
  }
  const row = readByLibrary(shape3312(hostile))
  assert.equal(row['5b Obliterated'], 'Y')
  assert.equal(row['5a Serial number'], "'@SUM(A1)")
  assert.equal(row['8b Recovery address'], 'بورت ألدر, "dock"; 2; XA')
  assert.ok(row['10 Remarks']?.includes('second, with "quotes"[U+202E]gnp[U+0007]'))
})
