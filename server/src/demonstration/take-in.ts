import { findAgency } from '../access/commands/add-agency.ts'
import type { Context } from '../access/context.ts'
import { addSource } from '../records/commands/add-source.ts'
import { type ImportOutcome, importFile } from '../records/runs/import-file.ts'
import type { Workplace } from '../records/runs/run.ts'
import { csvOf, openRows } from './file-of-rows.ts'
import type { DemonstrationSource, Row } from './nation.ts'

/** Adds a source, unless an interrupted start has. */
export async function ensureSource(context: Context, source: DemonstrationSource): Promise<void> {
  const agency = await findAgency(context, source.agency)
  const known = await context.query
    .selectFrom('source')
    .select('id')
    .where('name', '=', source.name)
    .where('agency_id', '=', agency?.id ?? '')
    .executeTakeFirst()
  if (!known) await addSource(context, source)
}

/** Imports rows into a source as a file of their own, as an agency’s file would be. */
export async function takeIn(
  workplace: Workplace,
  { name, profile }: DemonstrationSource,
  rows: readonly Row[],
): Promise<ImportOutcome> {
  const file = { source: name, file: 'demonstration.csv', content: csvOf(rows), open: openRows(rows) }
  return importFile(workplace, { ...file, profile })
}
