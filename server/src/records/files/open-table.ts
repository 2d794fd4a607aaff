import { ProofmarkError } from '@proofmark/contract/errors'
import { type FileRow, unnamedColumn } from './file-row.ts'
import type { ParserMessage, RowBatch } from './parser-messages.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { type Parser, startParser } from './start-parser.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm, TableForm } from './table-form.ts'

export interface Table {
  /** What was asked for or found. Of a CSV file that is all ASCII so far it says UTF-8, and may say better at its end. */
  readonly form: TableForm
  readonly headings: readonly string[]
  /** The rows, once. Whoever leaves them early, or never begins, closes the table. */
  readonly rows: AsyncIterable<FileRow>
  /** Ends the reading and its process. */
  readonly close: () => Promise<void>
}

function fileRow(headings: readonly string[], row: number, cells: readonly string[], found: number): FileRow {
  // Without a prototype, so that a heading such as __proto__ is a heading.
  const named = Object.create(null) as Record<string, string>
  for (let position = 0; position < cells.length; position++) {
    named[headings[position] ?? unnamedColumn(position)] = cells[position]!
  }
  const expected = headings.length
  return found === expected ? { row, cells: named } : { row, cells: named, columns: { found, expected } }
}

function errorOf(failure: unknown, file: string): unknown {
  if (!(failure instanceof TableFault)) return failure
  return new ProofmarkError('file_unreadable', { file, reason: failure.reason, row: failure.row }, failure)
}

/** The next message of a parser, or an error of the table where it is one that ends the reading. */
async function nextOf(parser: Parser, file: string, asked: AskedForm): Promise<ParserMessage> {
  const message = await parser.next().catch((failure: unknown) => {
    throw errorOf(failure, file)
  })
  if (message.kind === 'fault') throw errorOf(new TableFault(message.reason, message.row), file)
  if (message.kind !== 'sheet_unknown') return message
  const accepted = message.sheets.join(', ').slice(0, 300)
  throw new ProofmarkError('value_not_listed', { field: 'sheet', value: asked.sheet ?? '', accepted })
}

/**
 * Opens a file as a table, a CSV file of any size or a workbook (.xlsx) of at most 50,000 rows and 50 MB, in a process of
 * its own: it is told apart by its bytes, not by its name. Blank rows are left out and counted; a row with too few or too
 * many cells comes with what it has, marked. Throws `file_unreadable` with one of the FILE_FAULTS for what is no table,
 * also from the rows where the fault lies further on; `value_not_listed` where the workbook has no such sheet; and
 * whatever the content throws.
 */
export async function openTable(
  file: string,
  content: AsyncIterable<Uint8Array>,
  asked: AskedForm = {},
  limits = PARSER_LIMITS,
): Promise<Table> {
  return tableOf(startParser(content, asked, limits), file, asked)
}

/** The table that a parser of the content gives, closed with it. Throws as `openTable` does. */
export async function tableOf(parser: Parser, file: string, asked: AskedForm): Promise<Table> {
  try {
    const opened = await nextOf(parser, file, asked)
    if (opened.kind !== 'opened') throw errorOf(new TableFault('parser_ended'), file)
    let { form } = opened
    const { headings } = opened

    async function* batches(): AsyncGenerator<RowBatch> {
      for (;;) {
        const message = await nextOf(parser, file, asked)
        if (message.kind === 'rows') yield message
        else if (message.kind === 'end') {
          form = message.form
          return
        } else throw errorOf(new TableFault('parser_ended'), file)
      }
    }
    async function* rows(): AsyncGenerator<FileRow> {
      try {
        for await (const batch of batches()) {
          for (const [index, cells] of batch.rows.entries()) {
            yield fileRow(headings, batch.places[index]!, cells, batch.found[index]!)
          }
        }
      } finally {
        await parser.close()
      }
    }
    return {
      get form() {
        return form
      },
      headings,
      rows: rows(),
      close: parser.close,
    }
  } catch (failure) {
    await parser.close()
    throw failure
  }
}
