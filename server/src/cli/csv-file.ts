import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { csvLine } from '../records/files/csv-line.ts'

export interface CsvOutput<Heading extends string> {
  readonly write: (row: Readonly<Record<Heading, string | number>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Writes a CSV file row by row, waiting where the disk is slower than we are; the file is made with its first row. */
export function openCsvFile<Heading extends string>(path: string, headings: readonly Heading[]): CsvOutput<Heading> {
  let stream: WriteStream | null = null
  let failure: unknown
  const put = async (text: string): Promise<void> => {
    if (failure !== undefined) throw failure
    if (!stream) {
      stream = createWriteStream(path, { mode: 0o600 })
      stream.on('error', (cause) => {
        failure = cause
      })
      stream.write(csvLine(headings))
    }
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'error')])
  }
  return {
    write: (row) => put(csvLine(headings.map((heading) => row[heading]))),
    close: async () => {
      if (!stream) return
      const ending = stream
      await new Promise<void>((resolve) => ending.end(() => resolve()))
    },
  }
}
