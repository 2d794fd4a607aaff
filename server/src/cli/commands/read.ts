import { basename, resolve } from 'node:path'
import { readItem } from '@proofmark/domain/read-item'
import { openCsv } from '../../records/files/csv-rows.ts'
import { presentItem } from '../../records/present/item.ts'
import { ITEM_COLUMNS, recogniseColumns } from '../../records/rules/standard-columns.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { openFile } from '../open-file.ts'
import { print, printJson } from '../output.ts'

const COLUMNS: readonly string[] = [...ITEM_COLUMNS, 'part']

/** The item that a row states, whatever its headings are called beyond case and blanks. */
function statedIn(cells: Readonly<Record<string, string>>, recognised: ReadonlyMap<string, string>) {
  const stated: Record<string, string> = {}
  for (const [heading, column] of recognised) {
    const value = cells[heading]
    if (COLUMNS.includes(column) && value !== undefined && value !== '') stated[column] = value
  }
  return stated
}

/** `proofmark read FILE.csv --json`: how the tables read each row, one line a row. Keeps nothing, needs no database. */
export async function readCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { json: COMMON.json })
  const path = resolve(needed(words[0], 'FILE.csv'))
  const { headings, rows } = await openCsv(basename(path), (await openFile(path)).stream)
  const recognised = recogniseColumns(headings)
  for await (const { row, cells } of rows) {
    const { serial, make, model, calibre, type, ...item } = presentItem(readItem(statedIn(cells, recognised)))
    const { stated, norm, skeleton, state } = serial
    const marks = [serial]
    if (flags.json)
      printJson({ row, serial: { stated, norm, skeleton, state, marks }, make, calibre, type, model, ...item })
    else
      print(
        [row, norm ?? state, ...[make, model, calibre, type].map((word) => word.name ?? word.stated ?? '')].join('\t'),
      )
  }
}
