import { Readable } from 'node:stream'
import { ProofmarkError } from '@proofmark/contract/errors'
import { CsvError, parse } from 'csv-parse'
import { findTextForm, type TextForm } from './text-form.ts'

/** The most columns a heading may have, and the longest a row may be: beyond it a file is no table. */
export const COLUMN_LIMIT = 500
export const ROW_LIMIT_BYTES = 1_000_000
const SAMPLE_BYTES = 65_536

/** A row of a file: its place (the heading is row 1), and its cells by heading, or what is wrong with it. */
export type FileRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | {
      readonly row: number
      readonly cells: Readonly<Record<string, string>>
      readonly columns: { found: number; expected: number }
    }

export interface CsvFile {
  readonly form: TextForm
  readonly headings: readonly string[]
  readonly rows: AsyncIterable<FileRow>
}

/** Reads ahead until the sample is full, so that the form is known before the first row is parsed. */
async function takeSample(bytes: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  while (size < SAMPLE_BYTES) {
    const { done, value } = await bytes.next()
    if (done) break
    parts.push(value)
    size += value.length
  }
  return Buffer.concat(parts)
}

async function* decode(sample: Buffer, rest: AsyncIterator<Uint8Array>, encoding: TextForm['encoding']) {
  const decoder = new TextDecoder(encoding)
  yield decoder.decode(sample, { stream: true })
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const text = decoder.decode(next.value, { stream: true })
    if (text !== '') yield text
  }
  const last = decoder.decode()
  if (last !== '') yield last
}

function unreadable(file: string, cause: unknown): ProofmarkError {
  const reason = cause instanceof CsvError ? cause.code : 'unreadable'
  return new ProofmarkError('file_unreadable', { file, reason }, cause)
}

function checkHeadings(file: string, headings: readonly string[] | undefined): asserts headings is readonly string[] {
  if (!headings || headings.every((heading) => heading.trim() === '')) {
    throw new ProofmarkError('file_unreadable', { file, reason: 'empty' })
  }
  if (headings.length > COLUMN_LIMIT) throw new ProofmarkError('file_unreadable', { file, reason: 'too_many_columns' })
  const twice = headings.find((heading, position) => headings.indexOf(heading) !== position)
  if (twice !== undefined) throw new ProofmarkError('file_unreadable', { file, reason: 'heading_twice' })
}

/**
 * Opens a CSV file of any size as a stream of rows. A row with too few or too many cells comes with what it has, marked.
 * Throws `file_unreadable` for what is no table: empty, unclosed quotes, a heading twice, more than 500 columns.
 */
export async function openCsv(file: string, content: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const bytes = content[Symbol.asyncIterator]()
  const sample = await takeSample(bytes)
  const form = findTextForm(sample)
  const parser = parse({
    delimiter: form.delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_LIMIT_BYTES,
  })
  const input = Readable.from(decode(sample, bytes, form.encoding))
  input.on('error', (cause) => parser.destroy(cause))
  input.pipe(parser)
  const records = (parser as AsyncIterable<string[]>)[Symbol.asyncIterator]()
  let headings: string[] | undefined
  try {
    headings = (await records.next()).value as string[] | undefined
  } catch (cause) {
    throw unreadable(file, cause)
  }
  checkHeadings(file, headings)
  return { form, headings, rows: rowsOf(file, headings, records) }
}

async function* rowsOf(
  file: string,
  headings: readonly string[],
  records: AsyncIterator<string[]>,
): AsyncGenerator<FileRow> {
  for (let row = 2; ; row++) {
    let next: IteratorResult<string[]>
    try {
      next = await records.next()
    } catch (cause) {
      throw unreadable(file, cause)
    }
    if (next.done) return
    const found = next.value
    const cells = Object.create(null) as Record<string, string>
    for (const [position, text] of found.entries()) cells[headings[position] ?? `column ${position + 1}`] = text
    const columns = { found: found.length, expected: headings.length }
    yield columns.found === columns.expected ? { row, cells } : { row, cells, columns }
  }
}
