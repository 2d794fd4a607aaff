import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import { THING_KINDS } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'

/** Something that a case was given, where the reader may read it itself. */
export interface CaseItemRow {
  readonly id: string
  /** Null where it is not this reader's to know what it is called. */
  readonly label: string | null
  /** The record on whose firearm's page it is to be found. */
  readonly record: string | null
  /** Of a comparison: the fired item on whose page it stands. */
  readonly firedItem: string | null
  readonly happenings: readonly CaseHappening[]
}

export interface CaseHappening {
  readonly event: string
  readonly from: string
  readonly to: string | null
}

interface Row {
  readonly id: string
  readonly label: string | null
  readonly record: string | null
  readonly firedItem?: string
  readonly happened:
    | readonly { readonly event: string; readonly from: string | null; readonly to: string | null }[]
    | null
}

const HAPPENED = (event: string, from: string, to: string) =>
  `json_build_array(json_build_object('event', ${event}, 'from', ${from}, 'to', ${to}))`

/** How each kind is read: by its identifiers, under row-level security. */
const READ: Readonly<Record<Exclude<CaseItemKind, (typeof THING_KINDS)[number]>, string>> = {
  record: `
    SELECT r.id, concat_ws(' · ', nullif(concat_ws(' ', v.stated ->> 'make', v.stated ->> 'model', v.stated ->> 'serial'), ''),
      s.name || ' ' || r.source_key) AS label, r.id AS record,
      ${HAPPENED('v.event', 'v.date_from::text', 'v.date_to::text')} AS happened
    FROM record r JOIN source s ON s.id = r.source_id
    JOIN record_version v ON v.record_id = r.id AND v.version = r.version
    WHERE r.id = ANY ($1::uuid[])`,
  recovery: `
    SELECT r.id, coalesce(nullif(v.form ->> 'reference', ''), v.form ->> 'status') AS label, NULL AS record,
      ${HAPPENED(`'recovered'`, `v.form ->> 'date'`, `v.form ->> 'date'`)} AS happened
    FROM recovery r JOIN LATERAL (
      SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
    ) v ON true WHERE r.id = ANY ($1::uuid[])`,
  exhibit: `
    SELECT e.id, (SELECT concat_ws(' · ', x ->> 'number', nullif(concat_ws(' ', x -> 'stated' ->> 'make', x -> 'stated' ->> 'serial'), ''))
        FROM recovery_version v, jsonb_array_elements(v.form -> 'exhibits') x
        WHERE v.recovery_id = e.recovery_id AND v.stands AND x ->> 'exhibit' = e.id::text
        ORDER BY v.version DESC LIMIT 1) AS label, e.record_id AS record, NULL AS happened
    FROM exhibit e WHERE e.id = ANY ($1::uuid[])`,
  fired_item: `
    SELECT i.id, i.system || ' ' || i.reference AS label, NULL AS record,
      ${HAPPENED(`'fired_item'`, `v.said ->> 'on'`, `v.said ->> 'on'`)} AS happened
    FROM ballistic_item i JOIN LATERAL (
      SELECT said FROM ballistic_item_version WHERE item_id = i.id ORDER BY version DESC LIMIT 1
    ) v ON true WHERE i.id = ANY ($1::uuid[])`,
  ballistic_result: `
    SELECT b.id, concat_ws(' – ', f.system || ' ' || f.reference, s.system || ' ' || s.reference) AS label, NULL AS record,
      b.first_id AS "firedItem",
      ${HAPPENED(`'compared'`, `b.said ->> 'on'`, `b.said ->> 'on'`)} AS happened
    FROM ballistic_result b JOIN ballistic_item f ON f.id = b.first_id JOIN ballistic_item s ON s.id = b.second_id
    WHERE b.id = ANY ($1::uuid[]) AND b.kind = 'result'`,
  trace: `
    SELECT r.id, coalesce(nullif(f.form ->> 'reference', ''), f.partner, g.name) AS label, r.records[1] AS record,
      (SELECT json_agg(json_build_object('event', 'trace_' || t.state, 'from', coalesce(t.said_at, t.at)::date::text, 'to', NULL)
         ORDER BY t.number) FROM trace_transition t WHERE t.request_id = r.id) AS happened
    FROM trace_request r JOIN agency g ON g.id = r.agency_id JOIN LATERAL (
      SELECT form, partner FROM trace_form WHERE request_id = r.id ORDER BY version DESC LIMIT 1
    ) f ON true WHERE r.id = ANY ($1::uuid[])`,
}

const THINGS = `
  SELECT t.id, (SELECT v.value FROM thing_value v WHERE v.thing_id = t.id AND v.value IS NOT NULL AND v.withdrawn_at IS NULL
    ORDER BY v.number LIMIT 1) AS label, NULL AS record, NULL AS happened
  FROM thing t WHERE t.id = ANY ($1::uuid[]) AND t.kind = $2`

const isThing = (kind: CaseItemKind): kind is (typeof THING_KINDS)[number] =>
  (THING_KINDS as readonly string[]).includes(kind)

/** Those of these that the reader may read, by identifier. */
export async function readItems(
  { client }: Context,
  kind: CaseItemKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseItemRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = isThing(kind)
    ? await client.query<Row>(THINGS, [ids, kind])
    : await client.query<Row>(READ[kind], [ids])
  return new Map(
    rows.map(({ id, label, record, firedItem = null, happened }) => [
      id,
      {
        id,
        label: label ?? '',
        record,
        firedItem,
        happenings: (happened ?? []).flatMap(({ event, from, to }) =>
          from === null ? [] : [{ event, from, to: to === from ? null : to }],
        ),
      },
    ]),
  )
}

export interface OpenTrace {
  readonly id: string
  readonly reference: string
}

const SETTLED = ['closed', 'withdrawn', 'expired', 'refused', 'domestic_resolved']

/** Requests about these records, or these themselves, that wait for something; as far as the reader may see them. */
export async function openTraces(
  { client }: Context,
  { traces, records }: { readonly traces: readonly string[]; readonly records: readonly string[] },
): Promise<OpenTrace[]> {
  if (traces.length === 0 && records.length === 0) return []
  const { rows } = await client.query<OpenTrace>(
    `SELECT r.id, coalesce(nullif(f.form ->> 'reference', ''), concat_ws(' · ', f.partner, r.opened_at::date::text)) AS reference
     FROM trace_request r
     JOIN LATERAL (SELECT form, partner FROM trace_form WHERE request_id = r.id ORDER BY version DESC LIMIT 1) f ON true
     JOIN LATERAL (SELECT state FROM trace_transition WHERE request_id = r.id ORDER BY number DESC LIMIT 1) t ON true
     WHERE (r.id = ANY ($1::uuid[]) OR r.id IN (SELECT request_id FROM trace_record WHERE record_id = ANY ($2::uuid[]))) AND t.state <> ALL ($3::text[])
     ORDER BY r.opened_at, r.id LIMIT 50`,
    [traces, records, SETTLED],
  )
  return rows
}
