import type { Nonsense } from '@proofmark/contract/quality-words'
import { nonsenseSerial } from '@proofmark/domain/nonsense-serial'
import type pg from 'pg'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { Wanted } from './colliding-entries.ts'

/** A record in whose serial's field stands something else. */
export interface NonsenseRecord {
  readonly record: string
  readonly value: string
  readonly reason: Nonsense
  readonly place: readonly string[]
}

interface Row {
  readonly record: string
  readonly place: string[]
}

/** So many records are looked at by the rule at once. */
const AT_ONCE = 500

/** Letters and digits alone, in upper case: a rough form of what the rule compares. */
const bare = (field: string) => `upper(regexp_replace(coalesce(v.stated ->> '${field}', ''), '[^[:alnum:]]', '', 'g'))`

/** All that the rule can call nonsense, and more: the rule decides. */
const MAY_BE = String.raw`(
    v.stated ->> 'serial' ~ '(19|20)\d\d'
    OR d.norm ~ '^(.)\1{2,}$'
    OR (d.norm ~ '^\d{5,}$' AND (position(d.norm IN '01234567890123456789') > 0 OR position(d.norm IN '98765432109876543210') > 0))
    OR (d.norm IS NULL AND v.stated ->> 'serial' ~ '\d')
    OR d.norm = d.model OR d.norm IN (${bare('model')}, ${bare('calibre')})
    OR upper(regexp_replace(coalesce(d.item #>> '{model,name}', ''), '[^[:alnum:]]', '', 'g')) = d.norm
  )`

const PLACE = 's.name, s.id::text, r.source_key, r.id::text'

/** Looked through as far as a page needs it, and put in order once: of a million records there may be tens of thousands. */
const CANDIDATES = `
  DECLARE nonsense_candidates NO SCROLL CURSOR FOR
  SELECT r.id AS record, ARRAY[${PLACE}] AS place
  FROM reading d
  JOIN record r ON r.id = d.record_id
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN source s ON s.id = r.source_id
  JOIN agency a ON a.id = s.agency_id
  WHERE ($1::text IS NULL OR a.name = $1) AND v.row_kind IN ('firearm', 'holding')
    AND ($2::text[] IS NULL OR (${PLACE}) > ($2[1], $2[2], $2[3], $2[4]))
    AND ${MAY_BE}
  ORDER BY ${PLACE}`

async function itemsOf(client: pg.ClientBase, records: readonly string[]): Promise<ReadonlyMap<string, PackedItem>> {
  const { rows } = await client.query<{ record: string; packed: PackedItem }>(
    'SELECT record_id AS record, item AS packed FROM reading WHERE record_id = ANY ($1::uuid[])',
    [records],
  )
  return new Map(rows.map(({ record, packed }) => [record, packed]))
}

/**
 * Records whose serial is the number of a case, a year, one character repeated, a count, or the item's own model or
 * calibre, by source and key. Among what the reader sees.
 */
export async function nonsenseSerials(
  { client }: Context,
  { agency, after, limit }: Wanted,
): Promise<NonsenseRecord[]> {
  const found: NonsenseRecord[] = []
  await client.query(CANDIDATES, [agency, after])
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${AT_ONCE} FROM nonsense_candidates`)
    const items = await itemsOf(
      client,
      rows.map(({ record }) => record),
    )
    for (const { record, place } of rows) {
      const item = unpackItem(items.get(record)!)
      const reason = nonsenseSerial(item)
      if (reason) found.push({ record, value: item.serial.stated, reason, place })
      if (found.length === limit) break
    }
    if (found.length === limit || rows.length < AT_ONCE) break
  }
  await client.query('CLOSE nonsense_candidates')
  return found
}
