import { markKeys } from '@proofmark/matching/keys'
import type { Context } from '../../access/context.ts'
import type { KnownSource } from '../queries/find-source.ts'
import { packItem } from '../rules/packed-item.ts'
import type { ReadRow, Reject } from '../rules/read-row.ts'
import { recordId } from '../rules/record-id.ts'
import { KEY_COLUMN } from '../rules/standard-columns.ts'

export interface KeyedRow {
  readonly row: number
  readonly key: string
  readonly read: ReadRow
}

export interface WrittenRows {
  readonly accepted: number
  readonly unchanged: number
  readonly changed: number
  readonly rejects: readonly Reject[]
}

interface Head {
  readonly vis: number
  readonly version: string
  readonly hash: Buffer
}

interface Placed extends KeyedRow {
  readonly id: string
  readonly vis: number
}

async function readHeads({ client }: Context, ids: readonly string[]): Promise<Map<string, Head>> {
  const { rows } = await client.query<Head & { id: string }>(
    `SELECT r.id, r.vis, r.version, v.content_hmac AS hash
     FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((each) => [each.id, each]))
}

const keyTwice = ({ row, key }: KeyedRow): Reject => ({
  row,
  field: KEY_COLUMN,
  value: key,
  reason: { id: 'reject.key_twice', parameters: {} },
  accepted: { id: 'reject.key_twice.accepted', parameters: {} },
})

/**
 * Writes a batch of rows of one import: a row whose record stands and says the same is unchanged, one that says
 * something else becomes a new version, and a key that the same file gave to another row before comes back.
 */
export async function writeRows(
  context: Context,
  source: KnownSource,
  importId: string,
  batch: readonly KeyedRow[],
): Promise<WrittenRows> {
  if (batch.length === 0) return { accepted: 0, unchanged: 0, changed: 0, rejects: [] }
  const placed = batch.map((each) => ({
    ...each,
    id: recordId(context.recordSecret, source.id, each.key),
    vis: source.vis,
  }))
  const heads = await readHeads(
    context,
    placed.map(({ id }) => id),
  )
  const fresh = new Map<string, Placed>()
  const changed = new Map<string, Placed>()
  const rejects: Reject[] = []
  let unchanged = 0
  for (const each of placed) {
    const head = heads.get(each.id)
    const before = fresh.get(each.id) ?? changed.get(each.id)
    const standing = before?.read.hash ?? head?.hash
    if (standing?.equals(each.read.hash)) unchanged++
    else if (before || head?.version === importId) rejects.push(keyTwice(each))
    else if (head) changed.set(each.id, { ...each, vis: head.vis })
    else fresh.set(each.id, each)
  }
  await insertRecords(context, source, importId, [...fresh.values()])
  await moveHeads(context, importId, [...changed.keys()])
  const written = [...fresh.values(), ...changed.values()]
  await insertVersions(context, importId, written)
  await insertPersons(context, source, importId, written)
  await writeReadings(context, importId, written)
  return { accepted: fresh.size, unchanged, changed: changed.size, rejects }
}

async function insertRecords(
  { client }: Context,
  source: KnownSource,
  version: string,
  rows: readonly Placed[],
): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO record (id, vis, source_id, source_key, version)
     SELECT id, $3, $4, key, $5 FROM unnest($1::uuid[], $2::text[]) AS row (id, key)`,
    [rows.map(({ id }) => id), rows.map(({ key }) => key), source.vis, source.id, version],
  )
}

async function moveHeads({ client }: Context, version: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query('UPDATE record SET version = $2 WHERE id = ANY ($1::uuid[])', [ids, version])
  await client.query('DELETE FROM posting WHERE record_id = ANY ($1::uuid[])', [ids])
}

async function insertVersions({ client }: Context, version: string, rows: readonly Placed[]): Promise<void> {
  await client.query(
    `INSERT INTO record_version
       (record_id, version, vis, content_hmac, stated, raw, event, date_stated, date_from, date_to)
     SELECT id, $1, vis, hash, stated, raw, event, date_stated, date_from, date_to
     FROM unnest($2::uuid[], $3::int4[], $4::bytea[], $5::jsonb[], $6::json[], $7::text[], $8::text[], $9::date[], $10::date[])
       AS row (id, vis, hash, stated, raw, event, date_stated, date_from, date_to)`,
    [
      version,
      rows.map(({ id }) => id),
      rows.map(({ vis }) => vis),
      rows.map(({ read }) => read.hash),
      rows.map(({ read }) => JSON.stringify(read.stated)),
      rows.map(({ read }) => JSON.stringify(read.raw)),
      rows.map(({ read }) => read.event),
      rows.map(({ read }) => read.date.stated),
      rows.map(({ read }) => read.date.from),
      rows.map(({ read }) => read.date.to),
    ],
  )
}

async function insertPersons(
  { client, now }: Context,
  source: KnownSource,
  version: string,
  rows: readonly Placed[],
): Promise<void> {
  const persons = rows.flatMap(({ id, vis, read }) => read.persons.map((person) => ({ id, vis, ...person })))
  if (persons.length === 0) return
  const review = new Date(now)
  review.setUTCFullYear(review.getUTCFullYear() + source.reviewYears)
  await client.query(
    `INSERT INTO record_person (record_id, version, field, vis, role, value, review_on)
     SELECT id, $1, field, vis, role, value, $2
     FROM unnest($3::uuid[], $4::text[], $5::int4[], $6::text[], $7::text[]) AS row (id, field, vis, role, value)`,
    [
      version,
      review.toISOString().slice(0, 10),
      persons.map(({ id }) => id),
      persons.map(({ field }) => field),
      persons.map(({ vis }) => vis),
      persons.map(({ role }) => role),
      persons.map(({ value }) => value),
    ],
  )
}

async function writeReadings({ client }: Context, version: string, rows: readonly Placed[]): Promise<void> {
  const items = rows.map(({ read }) => read.item)
  await client.query(
    `INSERT INTO reading (record_id, vis, version, tables, norm, skeleton, make, model, calibre, type, item)
     SELECT id, vis, $1, tables, norm, skeleton, make, model, calibre, type, item
     FROM unnest($2::uuid[], $3::int4[], $4::int4[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::jsonb[])
       AS row (id, vis, tables, norm, skeleton, make, model, calibre, type, item)
     ON CONFLICT (record_id) DO UPDATE SET
       version = excluded.version, tables = excluded.tables, norm = excluded.norm, skeleton = excluded.skeleton,
       make = excluded.make, model = excluded.model, calibre = excluded.calibre, type = excluded.type, item = excluded.item`,
    [
      version,
      rows.map(({ id }) => id),
      rows.map(({ vis }) => vis),
      items.map(({ tables }) => tables),
      items.map(({ serial }) => serial.norm),
      items.map(({ serial }) => serial.skeleton),
      items.map(({ make }) => make.code),
      items.map(({ model }) => model.code),
      items.map(({ calibre }) => calibre.code),
      items.map(({ type }) => type.code),
      items.map((item) => JSON.stringify(packItem(item))),
    ],
  )
  const postings = rows.flatMap(({ id, vis, read }) => markKeys(read.item.marks).map((key) => ({ key, id, vis })))
  await client.query(
    `INSERT INTO posting (key, record_id, vis)
     SELECT key, id, vis FROM unnest($1::int4[], $2::uuid[], $3::int4[]) AS row (key, id, vis)`,
    [postings.map(({ key }) => key), postings.map(({ id }) => id), postings.map(({ vis }) => vis)],
  )
}
