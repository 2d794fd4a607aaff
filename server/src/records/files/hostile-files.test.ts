import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { csvLine } from './csv-line.ts'
import { entries, isOutcome, mutated, outcome } from './hostile.fixture.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { faultIn, utf8 } from './table.fixture.ts'
import { textRow, workbookEntries } from './workbook.fixture.ts'
import { zipOf } from './zip.fixture.ts'

const csv = utf8(
  [
    ['id', 'serial', 'make'],
    ['1', 'AB-123', 'Smith & Wesson, Inc.'],
    ['2', 'ب\u202E"x"', 'two\nlines'],
  ]
    .map((cells) => csvLine(cells))
    .join('')
    .repeat(20),
)

test('bytes at random are a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => isOutcome(await outcome(bytes))),
    { numRuns: 8 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => isOutcome((await faultIn(bytes))[0])),
    { numRuns: 500 },
  )
})

test('a good CSV file with some bytes changed is a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(csv), async (bytes) => isOutcome(await outcome(bytes))),
    { numRuns: 8 },
  )
  await fc.assert(
    fc.asyncProperty(mutated(csv), async (bytes) => isOutcome((await faultIn(bytes))[0])),
    { numRuns: 500 },
  )
})

test('a good workbook with some bytes changed is a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(zipOf(entries)), async (bytes) => isOutcome(await outcome(bytes))),
    { numRuns: 8 },
  )
})

test('a workbook with cells at the end of all columns and rows does no harm', async () => {
  const far = `${textRow(1, ['id'])}<row r="2"><c r="ZZZZZZZ2" t="b"><v>1</v></c></row>`
  const bytes = zipOf(workbookEntries({ sheets: { A: far } }))
  assert.equal(await outcome(bytes, { ...PARSER_LIMITS, heap: 64 }), 'out_of_memory')
})
