import type { Say } from '@proofmark/contract/messages'
import type { ListedRow as ShownRow } from '@proofmark/contract/schemas/find'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { ListedRow } from '../runs/find-list.ts'
import { type Isolate, presentFound } from './candidate.ts'
import { probabilityFigure } from './probability-figure.ts'

/** What a reader sees of a row of a list that was looked up. */
export function presentListedRow({ row, stated, found }: ListedRow, say: Say, isolate?: Isolate): ShownRow {
  const { candidates = [], weak = false } = found ? presentFound(found, say, isolate) : {}
  return { row, serial: stated.serial ?? '', searched: found !== null, weak, candidates: [...candidates] }
}

const HEADINGS = [
  'row',
  'serial',
  'searched',
  'probability',
  'source',
  'key',
  'agency',
  'found_serial',
  'make',
  'model',
]

/** The same as a table: each row beside its best candidate. */
export async function* listedRowLines(rows: AsyncIterable<ListedRow>, say: Say): AsyncGenerator<string> {
  yield spreadsheetLine(HEADINGS)
  for await (const listed of rows) {
    const { row, serial, searched, candidates } = presentListedRow(listed, say)
    const [best] = candidates
    const { read } = best ?? {}
    const cells = [
      best && probabilityFigure(best.probability, 4),
      best?.source,
      best?.key,
      best?.agency,
      read?.serial.stated,
      read?.make.name ?? read?.make.stated,
      read?.model.name ?? read?.model.stated,
    ]
    yield spreadsheetLine([String(row), serial, String(searched), ...cells.map((cell) => cell ?? '')])
  }
}
