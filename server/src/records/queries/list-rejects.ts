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

/** The headings of rows that came back, those of a ragged row's further cells included. */
export async function headingsOfRejects(
  run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>,
  importId: string,
): Promise<string[]> {
  const headings = new Set<string>()
  for await (const { cells } of eachReject(run, importId)) for (const heading in cells) headings.add(heading)
  return [...headings]
}
