import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../access/context.ts'
import { seesPersonsAt } from '../policy/recovery.ts'
import { compared, type NearReason, nearReasons } from '../rules/near-recoveries.ts'
import { type Join, joinsOf } from './joins.ts'
import type { Recovery, RecoveryVersion } from './recoveries.ts'

export interface NearRecovery {
  readonly recovery: string
  readonly agency: string
  readonly form: RecoveryForm
  readonly reasons: readonly NearReason[]
  readonly joined: Join | null
}

/** Several services report within so many days; so many reports are compared, the nearest in time first. */
const [DAYS, MOST_COMPARED, MOST_SHOWN] = [30, 300, 10]

interface Row {
  readonly recovery: string
  readonly agency: string
  readonly agencyName: string
  readonly form: Omit<RecoveryForm, 'persons'>
  readonly persons: RecoveryForm['persons'] | null
}

/**
 * Other recoveries that may be reports of the same incident, among those that the reader may see, with why, and what
 * somebody said of it. Nothing is merged by itself. A surrender without identity is compared with none: what stands beside
 * it could lead to somebody.
 */
export async function nearRecoveries(
  context: Context,
  { id, openedAt, agency }: Recovery,
  { form }: RecoveryVersion,
): Promise<NearRecovery[]> {
  if (form.anonymous) return []
  const { rows } = await context.client.query<Row>(
    `SELECT r.id AS recovery, r.agency_id AS agency, g.name AS "agencyName", v.form,
       (SELECT json_agg(json_build_object('field', p.field, 'role', p.role, 'value', p.value) ORDER BY p.field)
        FROM recovery_person p WHERE p.recovery_id = r.id AND p.version = v.version) AS persons
     FROM recovery r JOIN agency g ON g.id = r.agency_id
     JOIN LATERAL (
       SELECT version, form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
     ) v ON true
     WHERE r.id <> $1 AND r.opened_at BETWEEN $2::timestamptz - make_interval(days => $3)
       AND $2::timestamptz + make_interval(days => $3) AND NOT (v.form -> 'anonymous')::bool
     ORDER BY abs(extract(epoch FROM r.opened_at - $2::timestamptz)), r.id LIMIT $4`,
    [id, openedAt, DAYS, MOST_COMPARED],
  )
  const joins = await joinsOf(context, id)
  const sees = (whose: string) => seesPersonsAt(context.reader, whose)
  const own = compared(sees(agency) ? form : { ...form, persons: [] })
  const near = rows.flatMap((row): NearRecovery[] => {
    const other: RecoveryForm = { ...row.form, persons: sees(row.agency) ? (row.persons ?? []) : [] }
    const joined = joins.get(row.recovery) ?? null
    const reasons = nearReasons(own, compared(other))
    if (reasons.length === 0 && joined === null) return []
    return [{ recovery: row.recovery, agency: row.agencyName, form: other, reasons, joined }]
  })
  return near.toSorted((a, b) => b.reasons.length - a.reasons.length).slice(0, MOST_SHOWN)
}
