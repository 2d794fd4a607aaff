import { type RecoveryForm, recoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../access/context.ts'
import { seesPersonsAt } from '../policy/recovery.ts'
import { compared, type NearReason, nearReasons } from '../rules/near-recoveries.ts'
import { type Join, joinsOf } from './joins.ts'
import type { Recovery, RecoveryVersion } from './recoveries.ts'
import { type ReleasedReport, releasedReports } from './released-reports.ts'

export interface NearRecovery {
  readonly recovery: string
  readonly agency: string
  readonly reference: string | null
  readonly date: string | null
  readonly place: string | null
  /** How many items it has, of those that the reader may see. */
  readonly exhibits: number
  /** A record by which the reader knows of it, where the recovery itself is not theirs to see. */
  readonly record: string | null
  /** May the reader open the recovery itself? */
  readonly readable: boolean
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

const placeOf = ({ place }: RecoveryForm): string | null => place.locality ?? place.description ?? place.country ?? null

/** A released report in the form of a recovery, as far as its records say anything. */
function formOf({ day, place, serials }: ReleasedReport): RecoveryForm {
  // A record's place ends with the country, which is compared with nothing here.
  const locality = place?.replace(/, [A-Z]{2}$/, '')
  return recoveryForm.parse({
    status: 'seized',
    ...(day === null ? {} : { date: day }),
    place: locality ? { locality: locality.slice(0, 200) } : {},
    exhibits: serials.map((serial, at) => ({
      exhibit: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      kind: 'firearm',
      stated: { serial: serial.slice(0, 200) },
    })),
  })
}

const fromRelease = (report: ReleasedReport, reasons: readonly NearReason[], joined: Join | null): NearRecovery => ({
  recovery: report.recovery,
  agency: report.agencyName,
  reference: report.reference,
  date: report.day,
  place: report.place,
  exhibits: report.serials.length,
  record: report.record,
  readable: false,
  ...{ reasons, joined },
})

/** What somebody of either side said of a recovery that the reader may not see: that it is there, whose, and what was said. */
const fromJoin = (recovery: string, own: string, joined: Join): NearRecovery => ({
  recovery,
  agency: joined.between.find(({ id }) => id !== own)?.name ?? '',
  ...{ reference: null, date: null, place: null, exhibits: 0, record: null, readable: false, reasons: [], joined },
})

async function visibleRecoveries({ client }: Context, { id, openedAt }: Recovery): Promise<Row[]> {
  const { rows } = await client.query<Row>(
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
  return rows
}

/**
 * Other recoveries that may be reports of the same incident, with why, and what somebody said of it: those that the reader may
 * see, and of other agencies those of which an item was released to the reader's. Of what is hidden nothing is told here: a
 * shared mark gives a pointer, to whoever asks. Nothing is merged by itself. A surrender without identity is compared with none:
 * what stands beside it could lead to somebody.
 */
export async function nearRecoveries(
  context: Context,
  recovery: Recovery,
  { form }: RecoveryVersion,
): Promise<NearRecovery[]> {
  if (form.anonymous) return []
  const { id, agency } = recovery
  const joins = await joinsOf(context, id)
  const sees = (whose: string) => seesPersonsAt(context.reader, whose)
  const own = compared(sees(agency) ? form : { ...form, persons: [] })
  const near = (await visibleRecoveries(context, recovery)).map((row): NearRecovery => {
    const other: RecoveryForm = { ...row.form, persons: sees(row.agency) ? (row.persons ?? []) : [] }
    return {
      recovery: row.recovery,
      agency: row.agencyName,
      reference: other.reference ?? null,
      date: other.date ?? null,
      place: placeOf(other),
      exhibits: other.exhibits.length,
      record: null,
      readable: true,
      reasons: nearReasons(own, compared(other)),
      joined: joins.get(row.recovery) ?? null,
    }
  })
  const known = new Set(near.map((each) => each.recovery))
  const released = (await releasedReports(context, agency, form))
    .filter((report) => !known.has(report.recovery))
    .map((report) =>
      fromRelease(report, nearReasons(own, compared(formOf(report))), joins.get(report.recovery) ?? null),
    )
  for (const each of released) known.add(each.recovery)
  const said = [...joins].flatMap(([other, joined]) => (known.has(other) ? [] : [fromJoin(other, agency, joined)]))
  return [...near, ...released, ...said]
    .filter(({ reasons, joined }) => reasons.length > 0 || joined !== null)
    .toSorted((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, MOST_SHOWN)
}
