import type { ListedRow as ShownRow } from '@proofmark/contract/schemas/find'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import { statedFields } from '../rules/asked-item.ts'
import type { ListedRow } from '../runs/find-list.ts'
import { presentCandidates } from './candidate.ts'
import { probabilityFigure } from './probability-figure.ts'
import type { Wording } from './wording.ts'

/** What a reader sees of a row of a list that was looked up. */
export function presentListedRow({ row, stated, found, reason }: ListedRow, wording: Wording): ShownRow {
  const { serial = '', ...others } = stated
  const candidates = found ? presentCandidates(found, wording) : []
  return {
    row,
    serial,
    stated: statedFields(others),
    searched: found !== null,
    reason,
    weak: found?.weak ?? false,
    candidates,
    others: (found?.fitting ?? 0) - candidates.length,
  }
}

const HEADINGS = [
  'row',
  'serial',
  'searched',
  'weak',
  'probability',
  'source',
  'key',
  'agency',
  'found_serial',
  'make',
  'model',
  'others',
]

/** The same as a table: each row beside its best candidate. */
export async function* listedRowLines(rows: AsyncIterable<ListedRow>, wording: Wording): AsyncGenerator<string> {
  yield spreadsheetLine(HEADINGS)
  for await (const listed of rows) {
    const { row, serial, searched, weak, candidates, others } = presentListedRow(listed, wording)
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
      best && String(others),
    ]
    yield spreadsheetLine([String(row), serial, String(searched), String(weak), ...cells.map((cell) => cell ?? '')])
  }
}
