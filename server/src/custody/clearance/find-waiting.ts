import { TRACE_STATES } from '@proofmark/contract/trace-words'
import { exactKeys } from '@proofmark/matching/query-keys'
import type pg from 'pg'
import { classReaders, mayRead, type VisibilityClass } from '../../access/rules/may-read.ts'
import { isOpen } from '../../tracing/rules/requests/state-machine.ts'
import type { ComparedExhibit, HiddenRequest, TracedItem } from '../rules/waiting-for.ts'

const ITEM = 'd.skeleton, d.make, d.calibre, d.type'

type Read<Row> = Row & { skeleton: string | null; make: string | null; calibre: string | null; type: string | null }

/** The exhibits of a campaign with what is read of their records; of a part that was taken off, of the whole that it was taken off. */
export async function comparedExhibits(client: pg.ClientBase, disposal: string): Promise<ComparedExhibit[]> {
  const { rows } = await client.query<Read<{ id: string; record: string | null; read: boolean }>>(
    `WITH RECURSIVE line AS (
       SELECT e.id AS exhibit, e.record_id, e.split_from, 0 AS up
       FROM disposal_exhibit l JOIN exhibit e ON e.id = l.exhibit_id WHERE l.disposal_id = $1
       UNION ALL
       SELECT l.exhibit, e.record_id, e.split_from, l.up + 1 FROM line l JOIN exhibit e ON e.id = l.split_from
       WHERE l.record_id IS NULL AND l.up < 20
     )
     SELECT DISTINCT ON (l.exhibit) l.exhibit AS id, l.record_id AS record, d.record_id IS NOT NULL AS read, ${ITEM}
     FROM line l LEFT JOIN reading d ON d.record_id = l.record_id ORDER BY l.exhibit, l.record_id IS NULL, l.up`,
    [disposal],
  )
  return rows.map(({ id, record, read, ...item }) => ({ id, record, item: read ? item : null }))
}

type ClassRow = Omit<VisibilityClass, 'id' | 'readers'> & { readers: string[]; ends: Date[] }
const CLASS = `v.agency_id AS agency, v.source_visibility AS "sourceVisibility", v.handling, v.readers,
  v.reader_ends AS ends, v.compartment_id AS compartment`

interface RequestRow extends ClassRow {
  id: string
  records: string[]
}

/** Records whose marks any of these exhibits bears, and the exhibits' own. */
async function candidates(client: pg.ClientBase, exhibits: readonly ComparedExhibit[]): Promise<string[]> {
  const keys = exhibits.flatMap(({ item }) => exactKeys({ skeleton: item?.skeleton ?? null }))
  const { rows } = await client.query<{ record: string }>(
    'SELECT DISTINCT record_id AS record FROM posting WHERE key = ANY ($1::int4[])',
    [[...new Set(keys)]],
  )
  return [...rows.map(({ record }) => record), ...exhibits.flatMap(({ record }) => record ?? [])]
}

async function itemsOf(client: pg.ClientBase, requests: readonly RequestRow[]): Promise<Map<string, TracedItem[]>> {
  const { rows: read } = await client.query<Read<{ record: string; silent: boolean }>>(
    `SELECT d.record_id AS record, v.source_visibility = 'silent' AS silent, ${ITEM}
     FROM reading d JOIN visibility v ON v.id = d.vis WHERE d.record_id = ANY ($1::uuid[])`,
    [[...new Set(requests.flatMap(({ records }) => records))]],
  )
  const { rows: said } = await client.query<Read<{ request: string }>>(
    'SELECT request_id AS request, skeleton, make, calibre, type FROM trace_mark WHERE request_id = ANY ($1::uuid[])',
    [requests.map(({ id }) => id)],
  )
  const byRecord = new Map(read.map((row) => [row.record, row]))
  return new Map(
    requests.map(({ id, records }) => [
      id,
      [
        ...records.flatMap((record) => byRecord.get(record) ?? []),
        ...said.flatMap(({ request, ...item }) => (request === id ? [{ ...item, record: null, silent: false }] : [])),
      ],
    ]),
  )
}

/** Open requests about what these exhibits may be, of those that people of the keeper may not see. */
export async function hiddenRequests(
  client: pg.ClientBase,
  exhibits: readonly ComparedExhibit[],
  { keeper, now }: { readonly keeper: string; readonly now: Date },
): Promise<HiddenRequest[]> {
  const skeletons = exhibits.flatMap(({ item }) => item?.skeleton ?? [])
  const { rows } = await client.query<RequestRow>(
    `SELECT r.id, r.records, ${CLASS} FROM trace_request r JOIN visibility v ON v.id = r.vis
     WHERE r.id IN (
       SELECT id FROM trace_request WHERE records && $1::uuid[]
       UNION SELECT request_id FROM trace_mark WHERE skeleton = ANY ($2::text[])
     ) AND (
       SELECT t.state FROM trace_transition t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1
     ) = ANY ($3::text[]) ORDER BY r.id`,
    [await candidates(client, exhibits), skeletons, TRACE_STATES.filter(isOpen)],
  )
  const hidden = rows.filter(
    ({ readers, ends, ...of }) => !mayRead(keeper, { ...of, readers: classReaders(readers, ends) }, now),
  )
  const items = await itemsOf(client, hidden)
  return hidden.map(({ id, agency }) => ({ id, agency, items: items.get(id) ?? [] }))
}
