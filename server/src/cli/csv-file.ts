import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { csvLine } from '../records/files/csv-line.ts'

export interface CsvOutput<Heading extends string> {
  readonly write: (row: Readonly<Record<Heading, string | number>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Writes a text file line by line, waiting where the disk is slower than we are; the file is made with its first line. */
export function openLines(path: string) {
  let stream: WriteStream | null = null
  let failure: unknown
  return {
    write: async (text: string): Promise<void> => {
      if (failure !== undefined) throw failure
      if (!stream) {
        stream = createWriteStream(path, { mode: 0o600 })
        stream.on('error', (cause) => {
          failure = cause
        })
      }
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'error')])
    },
    close: async (): Promise<void> => {
      if (!stream) return
      const ending: WriteStream = stream
      await new Promise<void>((resolve) => ending.end(() => resolve()))
    },
  }
}

/** Writes a CSV file row by row; it is made with its first row. */
export function openCsvFile<Heading extends string>(path: string, headings: readonly Heading[]): CsvOutput<Heading> {
  const { write, close } = openLines(path)
  let begun = false
  return {
    write: async (row) => {
      const line = csvLine(headings.map((heading) => row[heading]))
      await write(begun ? line : csvLine(headings) + line)
      begun = true
    },
    close,
  }
}
