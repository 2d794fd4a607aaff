import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../access/context.ts'
import { type ToldRow, takeTold } from '../../records/commands/take-told.ts'
import { classOfOwn } from '../../tracing/commands/write-trace.ts'
import type { Exhibit } from '../queries/exhibit.ts'

/** The name of an agency's source of what it destroyed. */
const SOURCE = 'exhibits destroyed'

const OF_RECORDS = new Set<Exhibit['kind']>(['firearm', 'component'])

/** What was stated of exhibits when they were recovered, by exhibit: the standing form of their recovery. */
async function statedOf({ client }: Context, exhibits: readonly Exhibit[]) {
  const { rows } = await client.query<{ form: Pick<RecoveryForm, 'exhibits'> }>(
    `SELECT DISTINCT ON (recovery_id) form FROM recovery_version WHERE recovery_id = ANY ($1::uuid[]) AND stands
     ORDER BY recovery_id, version DESC`,
    [[...new Set(exhibits.map(({ recovery }) => recovery))]],
  )
  return new Map(rows.flatMap(({ form }) => form.exhibits.map((each) => [each.exhibit, each] as const)))
}

const filled = (cells: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => Boolean(cell[1])))

/**
 * Makes a record of each firearm and component that was destroyed, in a source of the agency's own: so its life says it, and so it is
 * noticed when it is seen again. Answers the records.
 */
export async function recordDestruction(context: Context, exhibits: readonly Exhibit[], at: string): Promise<string[]> {
  const recorded = exhibits.filter(({ kind }) => OF_RECORDS.has(kind))
  const stated = await statedOf(context, recorded)
  const records: string[] = []
  for (const [agency, ofAgency] of Map.groupBy(recorded, (each) => each.agency)) {
    const { name } = await context.query
      .selectFrom('agency')
      .select('name')
      .where('id', '=', agency)
      .executeTakeFirstOrThrow()
    const rows = ofAgency.flatMap(({ id }): ToldRow[] => {
      const said = stated.get(id)?.stated
      if (!said) return []
      const cells = filled({ ...said, event: 'destruction', date: at.slice(0, 10), ref: id })
      return [{ key: id, stated: cells, raw: cells, persons: [] }]
    })
    const vis = await classOfOwn(context, agency)
    const source = {
      name: SOURCE,
      kind: 'destruction',
      agency: { id: agency, name },
      handling: 'H0',
      visibility: 'pointer',
      vis,
    } as const
    records.push(...(await takeTold(context, source, rows)))
  }
  return records
}
