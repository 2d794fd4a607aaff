import type { Context } from '../../access/context.ts'
import type { RejectedRow } from '../rules/read-row.ts'

/** Rows of an import that came back, in the file's order, after this one. */
export async function listRejects(
  { query }: Context,
  input: { readonly import: string; readonly after: number; readonly limit: number },
): Promise<RejectedRow[]> {
  const rows = await query
    .selectFrom('import_reject')
    .select(['row', 'field', 'value', 'reason', 'accepted', 'cells'])
    .where('import_id', '=', input.import)
    .where('row', '>', String(input.after))
    .orderBy('row')
    .limit(input.limit)
    .execute()
  return rows.map(({ row, reason, accepted, ...rest }) => ({
    ...rest,
    row: Number(row),
    reason: reason as RejectedRow['reason'],
    accepted: accepted as RejectedRow['accepted'],
  }))
}

const PAGE = 1_000

/** All of them, a page at a time, each page a transaction of its own where `run` makes one. */
export async function* eachReject(
  run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>,
  importId: string,
): AsyncGenerator<RejectedRow> {
  for (let after = 0; ; ) {
    const page = await run((context) => listRejects(context, { import: importId, after, limit: PAGE }))
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.row
  }
}

/** How many cells a ragged row has; null for a row that came back for another reason. */
const cellsOf = ({ reason }: RejectedRow): number | null =>
  reason.id === 'reject.columns' ? Number(reason.parameters.found) : null

/**
 * The rows that came back, whole, each as a list of cells after the list of headings. A ragged row is as ragged as it
 * came: put straight by us, it would go in with its columns displaced.
 */
export async function* eachRejectedRow(
  run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>,
  importId: string,
): AsyncGenerator<readonly string[]> {
  let begun = false
  for await (const reject of eachReject(run, importId)) {
    const { cells, reason } = reject
    const expected = reason.id === 'reject.columns' ? Number(reason.parameters.expected) : undefined
    if (!begun) yield Object.keys(cells).slice(0, expected)
    begun = true
    const ragged = cellsOf(reject)
    yield Object.values(cells).slice(0, ragged ?? undefined)
  }
}
