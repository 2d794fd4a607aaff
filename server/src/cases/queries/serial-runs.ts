import { norm as normOf, skeleton } from '@proofmark/domain/serial-norm'
import { exactKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'
import { LONGEST_RUN, numbersBeside, runAround } from '../rules/graph/serial-run.ts'

/** A record whose number stands beside another's in its maker's count. */
export interface RunMember {
  readonly record: string
  readonly norm: string
  /** How many numbers behind; negative, before. */
  readonly apart: number
}

interface Row {
  readonly record: string
  readonly norm: string
}

/** More records than these bear the numbers beside one: they are numbers that everybody uses, and no run. */
export const MOST_OF_RUN = 400

/**
 * The run of numbers in which a record's stands, of one make, among what the reader may see: the numbers beside it are
 * looked for one by one under their keys. Null where its make or its number does not say enough; `common` where so many
 * bear them that they say nothing.
 */
export async function serialRun(
  { client }: Context,
  record: string,
): Promise<{ readonly members: readonly RunMember[]; readonly common: number } | null> {
  const own = await client.query<{ norm: string | null; make: string | null; whole: boolean }>({
    name: 'run-own',
    text: `SELECT d.norm, d.make, d.skeleton !~ '[?*[]' AS whole FROM reading d JOIN record r ON r.id = d.record_id
           WHERE d.record_id = $1 AND r.version IS NOT NULL`,
    values: [record],
  })
  const { norm, make, whole } = own.rows[0] ?? {}
  if (norm == null || make == null || !whole) return null
  const beside = numbersBeside(norm, LONGEST_RUN)
  if (beside.length === 0) return null
  const keys = beside.flatMap((number) => exactKeys({ skeleton: skeleton(normOf(number)) }))
  const { rows } = await client.query<Row>({
    name: 'run-beside',
    text: `SELECT DISTINCT d.record_id AS record, d.norm FROM posting p
           JOIN reading d ON d.record_id = p.record_id
           JOIN record r ON r.id = d.record_id AND r.version IS NOT NULL
           WHERE p.key = ANY ($1::int4[]) AND d.make = $2 AND d.norm = ANY ($3::text[])
           ORDER BY d.norm, record LIMIT ${MOST_OF_RUN + 1}`,
    values: [[...new Set(keys)], make, beside],
  })
  if (rows.length > MOST_OF_RUN) return { members: [], common: rows.length }
  const steps = runAround(
    norm,
    rows.map((row) => row.norm),
  )
  const members = rows.flatMap((row) => {
    const apart = steps.get(row.norm)
    return apart === undefined ? [] : [{ ...row, apart }]
  })
  return {
    members: members.sort((one, other) => one.apart - other.apart || (one.record < other.record ? -1 : 1)),
    common: 0,
  }
}
