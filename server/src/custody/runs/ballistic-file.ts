import { ProofmarkError } from '@proofmark/contract/errors'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { tableRows } from '../../records/queries/table-rows.ts'
import { type Added, addBallistics } from '../commands/add-ballistics.ts'
import type { SentRow } from '../rules/ballistics/sent-row.ts'

/** As many as a workbook holds. */
const MOST_ROWS = 50_000
const AT_ONCE = 1_000

/** Columns that hold a number. */
const NUMBERS: ReadonlySet<string> = new Set(['lands'])

/** A row of a table as the contract has it: an empty cell says nothing, and a heading is read whatever its case. */
function statedIn(cells: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const stated = Object.entries(cells).flatMap(([heading, cell]) => {
    const [field, text] = [heading.trim().toLowerCase(), cell.trim()]
    if (text === '') return []
    return [[field, NUMBERS.has(field) && /^\d+$/.test(text) ? Number(text) : text] as const]
  })
  return Object.fromEntries(stated)
}

/** The rows of a CSV file or a workbook, each with its place in it. Throws `file_unreadable`, `ballistic_too_many`. */
export async function rowsOfTable(file: string, content: AsyncIterable<Uint8Array>): Promise<SentRow[]> {
  const rows: SentRow[] = []
  for await (const { row, cells } of tableRows(file, content)) {
    if (rows.length === MOST_ROWS) throw new ProofmarkError('ballistic_too_many', { limit: MOST_ROWS })
    rows.push({ row, value: statedIn(cells) })
  }
  return rows
}

const isResult = ({ value }: SentRow): boolean =>
  typeof value === 'object' && value !== null && 'entry' in value && value.entry === 'result'

/**
 * Takes in the rows of a file, a thousand a transaction and results last, so that they find their items wherever those
 * stand. Sent again after it broke off, it goes on: what is in changes nothing. Throws what `addBallistics` throws.
 */
export async function addRows(run: Run, rows: readonly SentRow[]): Promise<Added> {
  const ordered = [...rows.filter((row) => !isResult(row)), ...rows.filter(isResult)]
  const parts: Added[] = []
  for (let at = 0; at < ordered.length; at += AT_ONCE)
    parts.push(await insist(run, (context) => addBallistics(context, ordered.slice(at, at + AT_ONCE))))
  const sum = (count: (part: Added) => number) => parts.reduce((total, part) => total + count(part), 0)
  return {
    accepted: sum(({ accepted }) => accepted),
    unchanged: sum(({ unchanged }) => unchanged),
    waiting: parts.flatMap(({ waiting }) => waiting),
    items: parts.flatMap(({ items }) => items),
    results: parts.flatMap(({ results }) => results),
    faults: parts.flatMap(({ faults }) => faults).sort((one, other) => one.row - other.row),
  }
}
