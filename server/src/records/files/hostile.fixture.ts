import * as fc from 'fast-check'
import { openTable } from './open-table.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { pieces, rowsOf, unreadable, utf8 } from './table.fixture.ts'
import { textRow, workbookEntries } from './workbook.fixture.ts'

/** Reads a file to its end in the parser's process: the number of its rows, or the reason why it is no table. */
export async function outcome(bytes: Uint8Array, limits = PARSER_LIMITS): Promise<unknown> {
  try {
    return (await rowsOf(await openTable('hostile', pieces(bytes), {}, limits))).length
  } catch (failure) {
    return unreadable(failure)[0]
  }
}

export const isOutcome = (value: unknown) => typeof value === 'number' || typeof value === 'string'

/** Bytes with some of them changed, doubled or left out. */
export function mutated(whole: Buffer): fc.Arbitrary<Buffer> {
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

const sheet = textRow(1, ['id', 'serial']) + Array.from({ length: 9 }, (_, at) => textRow(at + 2, ['1', 'A'])).join('')
/** The parts of a good workbook. */
export const entries = workbookEntries({ sheets: { A: sheet, B: sheet }, shared: ['x'], formats: [0, 14] })
