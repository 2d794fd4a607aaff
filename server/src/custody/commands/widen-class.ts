import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import type { VisibilityClass } from '../../access/rules/may-read.ts'
import { classReaders } from '../../access/rules/may-read.ts'
import type { Exhibit } from '../queries/exhibit.ts'
import { NO_END } from '../rules/no-end.ts'

interface ClassRow {
  agency: string
  visibility: VisibilityClass['sourceVisibility']
  handling: VisibilityClass['handling']
  readers: string[]
  ends: Date[]
}

/**
 * Lets an agency see the chain of these exhibits from now on, and nothing else: no record and no recovery is in the class that they
 * go into. The last thing that a transaction does about them, since it does not know the new class.
 */
export async function widenClass(context: Context, exhibits: readonly Exhibit[], agency: string): Promise<void> {
  const { client } = context
  for (const [vis, alike] of Map.groupBy(exhibits, (each) => each.vis)) {
    const { rows } = await client.query<ClassRow>(
      `SELECT agency_id AS agency, source_visibility AS visibility, handling, readers, reader_ends AS ends
       FROM visibility WHERE id = $1`,
      [vis],
    )
    const own = rows[0]!
    if (own.agency === agency || own.readers.includes(agency)) continue
    const { visibility: sourceVisibility, handling, readers, ends } = own
    const wider = await internVisibility(context, {
      agency: own.agency,
      sourceVisibility,
      handling,
      readers: [...classReaders(readers, ends), { agency, end: NO_END }],
    })
    await client.query('SELECT move_custody($1::uuid[], $2)', [alike.map(({ id }) => id), wider])
  }
}
