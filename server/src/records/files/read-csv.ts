import { CsvError, parse } from 'csv-parse'
import type { ByteReader } from './byte-reader.ts'
import { decodeText } from './decode-text.ts'
import { ROW_LIMIT } from './file-row.ts'
import type { RawTable } from './raw-table.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm } from './table-form.ts'
import { findDelimiter, isMarkup, isNoText, separatorLine } from './text-form.ts'

/** Every end of a line that occurs, also mixed in one file. */
const LINE_ENDS = ['\r\n', '\n', '\r']

function faultOf(cause: unknown, row: number): TableFault {
  const code = cause instanceof CsvError ? cause.code : null
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new TableFault('quote_unclosed', row, cause)
  if (code === 'CSV_MAX_RECORD_SIZE') return new TableFault('row_too_long', row, cause)
  return new TableFault('not_a_table', row, cause)
}

/** The rows of a text, in batches; null is its end. Throws a TableFault that names the row in which the fault begins. */
async function* parseRows(texts: AsyncIterable<string | null>, delimiter: string): AsyncGenerator<string[][]> {
  let rows: string[][] = []
  let complete = 0
  let unfinished = 0
  const parser = parse({
    delimiter,
    record_delimiter: LINE_ENDS,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: ROW_LIMIT,
    // Taken here and not from the stream, which would drop the rows before a failure together with it.
    on_record: (record: string[]) => {
      rows.push(record)
      return null
    },
  })
  parser.on('error', () => {})
  parser.resume()
  for await (const text of texts) {
    rows = []
    const failure = await new Promise<unknown>((resolve) => {
      if (text === null) parser.end(resolve)
      else parser.write(text, resolve)
    })
    complete += rows.length
    // The parser's own limit counts the characters in cells; a million cells without any would pass it.
    unfinished = rows.length > 0 ? 0 : unfinished + (text?.length ?? 0)
    if (rows.length > 0) yield rows
    if (failure) throw faultOf(failure, complete + 1)
    if (unfinished > ROW_LIMIT) throw new TableFault('row_too_long', complete + 1)
  }
}

/**
 * Opens a CSV file of any size, of which the sample are the first bytes. The encoding and the delimiter are found from
 * the sample unless they are asked for. Throws a TableFault for what is no text.
 */
export function readCsv(sample: Uint8Array, rest: ByteReader, asked: AskedForm): RawTable {
  const decoding = decodeText(sample, asked.encoding)
  const first = decoding.decode(sample)
  if (isNoText(first)) throw new TableFault('not_text')
  if (isMarkup(first)) throw new TableFault('not_a_table')
  const separator = separatorLine(first)
  const body = first.slice(separator.length)
  const delimiter = asked.delimiter ?? separator.delimiter ?? findDelimiter(body, asked.heading)
  async function* texts(): AsyncGenerator<string | null> {
    yield body
    for (let bytes = await rest.next(); bytes !== null; bytes = await rest.next()) yield decoding.decode(bytes)
    yield decoding.end()
    yield null
  }
  return {
    form: () => ({ kind: 'csv', encoding: decoding.encoding, delimiter }),
    rows: parseRows(texts(), delimiter),
  }
}
