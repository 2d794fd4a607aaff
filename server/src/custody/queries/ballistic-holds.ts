import type { Context } from '../../access/context.ts'

/** An exhibit that an open ballistic matter holds, and the agency to ask. */
export interface BallisticHold {
  readonly exhibit: string
  readonly agency: string
  readonly agencyName: string
}

/**
 * Which of these exhibits an open ballistic matter holds: a lead of which no examiner concluded, what waits for a verifier,
 * a dispute, a confirmed hit without an outcome. Matters of others count although the reader may not see them; of those
 * only the agency is told.
 */
export async function ballisticHolds({ client }: Context, exhibits: readonly string[]): Promise<BallisticHold[]> {
  if (exhibits.length === 0) return []
  const { rows } = await client.query<BallisticHold>(
    `SELECT h.exhibit, h.agency, g.name AS "agencyName" FROM ballistic_holds($1::uuid[]) h
     JOIN agency g ON g.id = h.agency ORDER BY h.exhibit, g.name`,
    [exhibits],
  )
  return rows
}
