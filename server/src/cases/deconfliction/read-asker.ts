import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import type pg from 'pg'
import { resolveReader } from '../../access/queries/resolve-reader.ts'
import type { Planned } from '../rules/operations-meet.ts'
import type { Asker } from './find-others.ts'
import { leadOf } from './lead-of.ts'

type Row = Omit<Asker, 'classes'>

/**
 * Who asks, with what they may read. Where they left the case or the service it is their case's lead who asks: judged by
 * nobody's sight, their own colleagues would be strangers. Null where there is nobody.
 */
async function asAsker(client: pg.ClientBase, row: Row | undefined, now: Date): Promise<Asker | null> {
  if (!row) return null
  for (const account of [row.account, await leadOf(client, row.case)]) {
    const classes = account === null ? undefined : (await resolveReader(client, account, now))?.classes
    if (classes?.includes(row.vis!)) return { ...row, classes }
  }
  return null
}

/** A question that stands, and who asks it; null where it stands no more. */
export async function readQuestion(client: pg.ClientBase, id: string, now: Date): Promise<Asker | null> {
  const { rows } = await client.query<Row>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, c.source_visibility = 'silent' AS silent,
       NULL AS contact, x.asked_by AS account, x.key, x.kind
     FROM deconfliction_question x JOIN visibility c ON c.id = x.vis
     WHERE x.id = $1 AND x.withdrawn_at IS NULL AND x.until > $2 AND x.key IS NOT NULL`,
    [id, now],
  )
  return asAsker(client, rows[0], now)
}

export interface PlannedRow {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly radius: number | null
  readonly key: Buffer | null
  readonly from: Date
  readonly to: Date
}

/** What of an operation is compared. */
export const plannedOf = ({ latitude, longitude, radius, key, from, to }: PlannedRow): Planned => ({
  circle: latitude === null || longitude === null || radius === null ? null : { latitude, longitude, radius },
  key: key?.toString('hex') ?? null,
  from,
  to,
})

/** An operation that is neither over nor withdrawn, and who plans it; else null. */
export async function readOperation(client: pg.ClientBase, id: string, now: Date) {
  const { rows } = await client.query<Row & PlannedRow>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, c.source_visibility = 'silent' AS silent,
       x.contact, x.planned_by AS account, x.key, $3 AS kind, x.latitude, x.longitude, x.radius, x.from_at AS from,
       x.to_at AS to
     FROM planned_operation x JOIN visibility c ON c.id = x.vis
     WHERE x.id = $1 AND x.withdrawn_at IS NULL AND x.to_at > $2`,
    [id, now, 'address' satisfies DeconflictionKind],
  )
  const asker = await asAsker(client, rows[0], now)
  return asker && { asker, planned: plannedOf(rows[0]!) }
}
