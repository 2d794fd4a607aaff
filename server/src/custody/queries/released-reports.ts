import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { readSerial } from '@proofmark/domain/serial'
import { exactKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'

/** What another agency released of a recovery of theirs: of each released exhibit the record, and no more. */
export interface ReleasedReport {
  readonly recovery: string
  readonly agency: string
  readonly agencyName: string
  readonly reference: string | null
  readonly day: string | null
  readonly place: string | null
  readonly serials: readonly string[]
  /** A record by which the reader knows of it. */
  readonly record: string
}

interface Row {
  readonly record: string
  readonly recovery: string
  readonly agency: string
  readonly agencyName: string
  readonly reference: string | null
  readonly day: string | null
  readonly place: string | null
  readonly serial: string | null
}

/** So many records that bear a mark of this recovery are looked at. */
const MOST_READ = 200

/** A record names the recovery from which it was made; of what an agency imported it names none. */
const RELEASED = `
  SELECT r.id AS record, v.raw ->> 'recovery' AS recovery, s.agency_id AS agency, g.name AS "agencyName",
    v.stated ->> 'ref' AS reference, CASE WHEN v.date_from = v.date_to THEN v.date_from::text END AS day,
    v.stated ->> 'place' AS place, v.stated ->> 'serial' AS serial
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN source s ON s.id = r.source_id
  JOIN agency g ON g.id = s.agency_id
  WHERE s.agency_id <> $2 AND v.event IN ('seizure', 'find', 'surrender') AND v.raw ->> 'recovery' IS NOT NULL
    AND r.id IN (SELECT record_id FROM posting WHERE key = ANY ($1::int4[]))
  ORDER BY r.id LIMIT $3`

const keysOf = ({ exhibits }: RecoveryForm): number[] => {
  const serials = exhibits.flatMap(({ stated, marks }) => [stated.serial, ...marks.map((mark) => mark.stated)])
  const skeletons = serials.flatMap((serial) => (serial?.trim() ? readSerial(serial).map((read) => read.skeleton) : []))
  return [...new Set(skeletons.flatMap((skeleton) => exactKeys({ skeleton })))]
}

function reportOf([first, ...more]: readonly [Row, ...Row[]]): ReleasedReport {
  const { serial: _, ...said } = first
  return { ...said, serials: [first, ...more].flatMap(({ serial }) => (serial === null ? [] : [serial])) }
}

/**
 * What other agencies released of recoveries whose exhibits bear a mark of this one, in the order of their records. A record
 * that the reader may not see is not among them, and neither is one of a surrender without identity: it names no recovery.
 */
export async function releasedReports(
  { client }: Context,
  agency: string,
  form: RecoveryForm,
): Promise<ReleasedReport[]> {
  const keys = keysOf(form)
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>(RELEASED, [keys, agency, MOST_READ])
  return [...Map.groupBy(rows, ({ recovery }) => recovery).values()].map((each) => reportOf(each as [Row, ...Row[]]))
}
