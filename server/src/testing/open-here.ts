import { ByteReader } from '../records/files/byte-reader.ts'
import { type openTable, tableOf } from '../records/files/open-table.ts'
import { readTable } from '../records/files/read-table.ts'
import type { Parser } from '../records/files/start-parser.ts'
import { TableFault } from '../records/files/table-fault.ts'
import type { AskedForm } from '../records/files/table-form.ts'

function parserHere(content: AsyncIterable<Uint8Array>, asked: AskedForm): Parser {
  const messages = readTable(new ByteReader(content), asked)
  return {
    next: async () => {
      const { done, value } = await messages.next()
      if (done) throw new TableFault('parser_ended')
      return value
    },
    close: async () => void (await messages.return?.(undefined)),
  }
}

/**
 * Opens a CSV file that a test wrote itself by the same parser, in the test's own process: starting one for each file would take
 * longer than what is done with its rows. What the process apart adds is tested where it stands (`records/files`).
 */
export const openHere: typeof openTable = async (file, content, asked = {}) =>
  tableOf(parserHere(content, asked), file, asked)
