import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { csvLine } from './csv-line.ts'
import { openTable } from './open-table.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { faultIn, pieces, rowsOf, unreadable, utf8 } from './table.fixture.ts'
import { textRow, workbookEntries } from './workbook.fixture.ts'
import { zipOf } from './zip.fixture.ts'

/** Reads a file to its end in the parser's process: the number of its rows, or the reason why it is no table. */
async function outcome(bytes: Uint8Array, limits = PARSER_LIMITS): Promise<unknown> {
  try {
    return (await rowsOf(await openTable('hostile', pieces(bytes), {}, limits))).length
  } catch (failure) {
    return unreadable(failure)[0]
  }
}

const isOutcome = (value: unknown) => typeof value === 'number' || typeof value === 'string'

/** Bytes with some of them changed, doubled or left out. */
function mutated(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat({ max: whole.length }),
    length: fc.nat({ max: 20 }),
    by: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom('"', '\0', '\r', '<', '>', '"/>', '999999').map(utf8),
    ),
  })
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce(
        (bytes, { at, length, by }) => Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]),
        whole,
      ),
    )
}

const csv = utf8(
  [
    ['id', 'serial', 'make'],
    ['1', 'AB-123', 'Smith & Wesson, Inc.'],
    ['2', 'ب\u202E"x"', 'two\nlines'],
  ]
    .map(csvLine)
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

const sheet = textRow(1, ['id', 'serial']) + Array.from({ length: 9 }, (_, at) => textRow(at + 2, ['1', 'A'])).join('')
const entries = workbookEntries({ sheets: { A: sheet, B: sheet }, shared: ['x'], formats: [0, 14] })

test('a good workbook with some bytes changed is a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(zipOf(entries)), async (bytes) => isOutcome(await outcome(bytes))),
    { numRuns: 8 },
  )
})

test('a whole archive around parts with some bytes changed is a table or a refusal', async () => {
  for (const [index, { content }] of entries.entries()) {
    await fc.assert(
      fc.asyncProperty(mutated(content), async (changed) => {
        const bytes = zipOf(entries.map((entry, at) => (at === index ? { ...entry, content: changed } : entry)))
        return isOutcome(await outcome(bytes))
      }),
      { numRuns: 3 },
    )
  }
})

test('a workbook with cells at the end of all columns and rows does no harm', async () => {
  const far = `${textRow(1, ['id'])}<row r="2"><c r="ZZZZZZZ2" t="b"><v>1</v></c></row>`
  const bytes = zipOf(workbookEntries({ sheets: { A: far } }))
  assert.equal(await outcome(bytes, { ...PARSER_LIMITS, heap: 64 }), 'out_of_memory')
})
