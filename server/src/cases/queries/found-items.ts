import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import type { Context } from '../../access/context.ts'
import { containing, foundRecords, MOST_OF_KIND } from './found-records.ts'
import { type CaseItemRow, readItems } from './items.ts'

/** What other desks keep and a case may be given: things are given from their own pages, where protection is asked for. */
export const FOUND_KINDS = [
  'record',
  'recovery',
  'exhibit',
  'fired_item',
  'ballistic_result',
  'trace',
] as const satisfies CaseItemKind[]
type FoundKind = (typeof FOUND_KINDS)[number]

export interface FoundItem extends CaseItemRow {
  readonly kind: FoundKind
}

const IDENTIFIER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/**
 * By what each kind is known: $1 the text as a pattern, $2 the records that were found by it, of which an exhibit may be one.
 * Row-level security holds in each of the tables, so that what is hidden takes no place among those that are found.
 */
const FOUND: Readonly<Record<Exclude<FoundKind, 'record'>, string>> = {
  recovery: `
    SELECT r.id FROM recovery r JOIN LATERAL (
      SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
    ) v ON true
    WHERE concat_ws(' ', v.form ->> 'reference', v.form ->> 'paper', v.form -> 'place' ->> 'locality') ILIKE $1
       OR EXISTS (SELECT FROM exhibit e WHERE e.recovery_id = r.id AND e.record_id = ANY ($2::uuid[]))
    ORDER BY v.form ->> 'date' DESC NULLS LAST, r.id LIMIT ${MOST_OF_KIND}`,
  exhibit: `
    SELECT e.id FROM exhibit e WHERE e.record_id = ANY ($2::uuid[]) OR EXISTS (
      SELECT FROM recovery_version v, jsonb_array_elements(v.form -> 'exhibits') x
      WHERE v.recovery_id = e.recovery_id AND v.stands AND x ->> 'exhibit' = e.id::text AND x ->> 'number' ILIKE $1
    ) ORDER BY e.opened_at DESC, e.id LIMIT ${MOST_OF_KIND}`,
  fired_item: `
    SELECT i.id FROM ballistic_item i WHERE concat_ws(' ', i.system, i.reference) ILIKE $1
      AND cardinality($2::uuid[]) >= 0 ORDER BY i.opened_at DESC, i.id LIMIT ${MOST_OF_KIND}`,
  ballistic_result: `
    SELECT b.id FROM ballistic_result b JOIN ballistic_item f ON f.id = b.first_id JOIN ballistic_item s ON s.id = b.second_id
    WHERE b.kind = 'result' AND concat_ws(' ', f.system, f.reference, s.system, s.reference) ILIKE $1
      AND cardinality($2::uuid[]) >= 0 ORDER BY b.at DESC, b.id LIMIT ${MOST_OF_KIND}`,
  trace: `
    SELECT r.id FROM trace_request r JOIN LATERAL (
      SELECT form FROM trace_form WHERE request_id = r.id ORDER BY version DESC LIMIT 1
    ) f ON true WHERE f.form ->> 'reference' ILIKE $1 OR r.id IN (SELECT request_id FROM trace_record WHERE record_id = ANY ($2::uuid[]))
    ORDER BY r.opened_at DESC, r.id LIMIT ${MOST_OF_KIND}`,
}

async function idsOf(
  { client }: Context,
  kind: FoundKind,
  text: string,
  records: readonly string[],
): Promise<readonly string[]> {
  if (kind === 'record') return records
  const { rows } = await client.query<{ id: string }>(FOUND[kind], [containing(text), records])
  return rows.map(({ id }) => id)
}

/**
 * What the reader may give to a case, by a mark, a number, a reference, words of a record, or an identifier as an address of
 * a page bears it; kind by kind. Throws `search_too_wide`.
 */
export async function foundItems(context: Context, text: string): Promise<FoundItem[]> {
  const named = (text.match(IDENTIFIER) ?? []).map((id) => id.toLowerCase()).slice(-1)
  const records = named.length > 0 ? named : await foundRecords(context, text)
  const found: FoundItem[] = []
  for (const kind of FOUND_KINDS) {
    const ids = named.length > 0 ? named : await idsOf(context, kind, text, records)
    const rows = await readItems(context, kind, ids)
    for (const id of ids) {
      const row = rows.get(id)
      if (row) found.push({ ...row, kind })
    }
  }
  return found
}
