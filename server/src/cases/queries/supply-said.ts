import { PERSON_ROLES, type PersonRole } from '@proofmark/contract/profile-fields'
import type { EventKind } from '@proofmark/domain/event-kind'
import { wordKey } from '@proofmark/matching/word-keys'
import type { Context } from '../../access/context.ts'
import { documentWord } from '../rules/graph/documents.ts'
import type { SaidOfSupply } from '../rules/graph/questions/question.ts'

interface Row extends Omit<SaidOfSupply, 'quantity' | 'names'> {
  readonly quantity: string | null
  readonly roles: readonly string[] | null
}

/**
 * What a record states of a supply. A partner's reply names the business of a link in a column of its own, and the state's
 * answer where the holder is a natural person does not. Roles of persons are told to the record's own agency alone, as on
 * the record's page; the persons never.
 */
const SAID = `
  SELECT r.id AS record, v.version::text AS version, s.name AS source, r.source_key AS key, g.name AS agency,
    nullif(v.stated ->> 'ref', '') AS document, nullif(v.stated ->> 'place', '') AS place,
    CASE WHEN d.item -> 'importer' ->> 'said' IN ('named', 'unread')
      THEN coalesce(d.item -> 'importer' ->> 'name', d.item -> 'importer' ->> 'stated') END AS importer,
    CASE WHEN s.kind = 'trace-result' THEN nullif(v.raw ->> 'business', '') END AS business,
    v.quantity, CASE WHEN v.row_kind = 'consignment' THEN nullif(v.stated ->> 'serial', '') END AS numbers,
    v.date_from AS "fromDay", v.date_to AS "toDay",
    CASE WHEN g.id = $2 THEN (
      SELECT array_agg(DISTINCT p.role ORDER BY p.role) FROM record_person p
      WHERE p.record_id = r.id AND p.version = v.version
    ) END AS roles
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  JOIN source s ON s.id = r.source_id
  JOIN agency g ON g.id = s.agency_id`

const isRole = (role: string): role is PersonRole => (PERSON_ROLES as readonly string[]).includes(role)

const saidOf = ({ quantity, roles, ...row }: Row): SaidOfSupply => ({
  ...row,
  quantity: quantity === null ? null : Number(quantity),
  names: (roles ?? []).filter(isRole),
})

/** So many records are read at once. */
const AT_ONCE = 2_000

/** What these records state of a supply, of those that stand and that the reader may see. */
export async function supplySaid(
  { client, reader }: Context,
  records: readonly string[],
): Promise<ReadonlyMap<string, SaidOfSupply>> {
  const said = new Map<string, SaidOfSupply>()
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const { rows } = await client.query<Row>({
      name: 'supply-said',
      text: `${SAID} WHERE r.id = ANY ($1::uuid[])`,
      values: [records.slice(at, at + AT_ONCE), reader.agency?.id ?? null],
    })
    for (const row of rows) said.set(row.record, saidOf(row))
  }
  return said
}

const LICENCES: readonly EventKind[] = ['import-licence', 'export-licence']
/** More licences than these under the documents of one answer are not told. */
const MOST_LICENCES = 100
/** A document number that so many licences bear is a habit of writing: the first of them are looked at. */
const MOST_READ = 2_000

/**
 * Licences and consignments of the same number as one of these documents, among what the reader may see: the number is all
 * that joins them.
 */
export async function licencesNamed(
  { client, reader }: Context,
  documents: readonly string[],
): Promise<readonly SaidOfSupply[]> {
  const words = new Set(documents.flatMap((document) => documentWord(document) ?? []))
  if (words.size === 0) return []
  const { rows } = await client.query<Row>({
    name: 'supply-licences',
    text: `${SAID}
      WHERE r.id IN (SELECT record_id FROM posting WHERE key = ANY ($1::int4[]))
        AND (v.event = ANY ($3::text[]) OR v.row_kind = 'consignment') AND v.stated ->> 'ref' IS NOT NULL
      ORDER BY r.id LIMIT ${MOST_READ}`,
    values: [[...words].map(wordKey), reader.agency?.id ?? null, LICENCES],
  })
  return rows
    .map(saidOf)
    .filter(({ document }) => document !== null && words.has(documentWord(document) ?? ''))
    .slice(0, MOST_LICENCES)
}
