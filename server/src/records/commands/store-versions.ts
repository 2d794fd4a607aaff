import type { Context } from '../../access/context.ts'
import { type Staged, stage } from '../../store/staging.ts'
import type { KnownSource } from '../queries/find-source.ts'
import { recordTextKeys } from '../rules/episode.ts'
import { isPosted } from '../rules/is-posted.ts'
import type { StorableRow } from '../rules/storable-row.ts'
import { storeReadings } from './store-readings.ts'

/** An assertion with its place: the record whose version it becomes. */
export interface PlacedRow extends StorableRow {
  readonly id: string
  readonly vis: number
  /** Which holder of the entry this is, from 1; a later one is a record of its own and names the first. */
  readonly succession: number
  readonly firstId: string | null
  /** Has the record been seen before, whether or not a version of it stands? */
  readonly known: boolean
}

const STAGED = {
  id: 'uuid',
  known: 'bool',
  key: 'text',
  vis: 'int4',
  first_id: 'uuid',
  succession: 'int4',
  hash: 'bytea',
  stated: 'jsonb',
  raw: 'json',
  event: 'text',
  date_stated: 'text',
  date_from: 'date',
  date_to: 'date',
  row_kind: 'text',
  quantity: 'int8',
  until_from: 'date',
  until_to: 'date',
  reported_from: 'date',
  reported_to: 'date',
  not_known: 'jsonb',
} as const

function staged(row: PlacedRow): readonly Staged[] {
  const { date, until, reported, notKnown } = row
  const place = [row.id, row.known, row.key, row.vis, row.firstId, row.succession]
  const said = [row.hash, JSON.stringify(row.stated), JSON.stringify(row.raw), row.event]
  const when = [date.stated, date.from, date.to]
  const held = [until.from, until.to, reported.from, reported.to]
  const unknown = notKnown && Object.keys(notKnown).length > 0 ? JSON.stringify(notKnown) : null
  return [...place, ...said, ...when, row.rowKind, row.quantity, ...held, unknown]
}

const INSERT_RECORDS = `
  INSERT INTO record (id, vis, source_id, source_key, version, first_id, succession)
  SELECT id, vis, $2, key, $1, first_id, succession FROM pg_temp.staged_version WHERE NOT known`
const MOVE_HEADS = `
  UPDATE record SET version = $1 FROM pg_temp.staged_version AS staged WHERE staged.known AND record.id = staged.id`
const INSERT_VERSIONS = `
  INSERT INTO record_version
    (record_id, version, vis, content_hmac, stated, raw, event, date_stated, date_from, date_to, row_kind, quantity,
     until_from, until_to, reported_from, reported_to, not_known)
  SELECT id, $1, vis, hash, stated, raw, event, date_stated, date_from, date_to, row_kind, quantity, until_from,
    until_to, reported_from, reported_to, not_known
  FROM pg_temp.staged_version`

/**
 * Writes a version of each of these records, makes it the one that stands, and reads it: new records first, then the
 * heads of known ones are moved.
 */
export async function storeVersions(
  context: Context,
  source: KnownSource,
  version: string,
  vocabulary: string,
  rows: readonly PlacedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const fresh = rows.filter(({ known }) => !known)
  const moved = rows.filter(({ known }) => known)
  await stage(context.client, 'staged_version', STAGED, rows, staged)
  if (fresh.length > 0) await context.client.query(INSERT_RECORDS, [version, source.id])
  if (moved.length > 0) await context.client.query(MOVE_HEADS, [version])
  await context.client.query(INSERT_VERSIONS, [version])
  await insertPersons(context, source, version, rows)
  const readings = (some: readonly PlacedRow[]) =>
    some.map(({ id, vis, key, stated, stored, rowKind, quantity, date }) => {
      const posted = isPosted(rowKind, quantity)
      const words = recordTextKeys({ key, stated, stored, posted, rowKind, quantity }, date)
      return { record: id, vis, version, vocabulary, stored, posted, words }
    })
  await storeReadings(context, readings(fresh), true)
  await storeReadings(context, readings(moved))
}

/** In the class of the source, to whomever the record is released: a release shows the record and never its persons. */
async function insertPersons(
  { client, now }: Context,
  source: KnownSource,
  version: string,
  rows: readonly PlacedRow[],
): Promise<void> {
  const persons = rows.flatMap(({ id, persons }) =>
    persons.filter(({ value }) => value !== '').map((person) => ({ id, ...person })),
  )
  if (persons.length === 0) return
  const review = new Date(now)
  review.setUTCFullYear(review.getUTCFullYear() + source.reviewYears)
  await client.query(
    `INSERT INTO record_person (record_id, version, field, vis, role, value, review_on)
     SELECT id, $1, field, $3, role, value, $2
     FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) AS row (id, field, role, value)`,
    [
      version,
      review.toISOString().slice(0, 10),
      source.vis,
      persons.map(({ id }) => id),
      persons.map(({ field }) => field),
      persons.map(({ role }) => role),
      persons.map(({ value }) => value),
    ],
  )
}
