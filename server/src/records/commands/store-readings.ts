import type { Context } from '../../access/context.ts'
import { awaitMatching } from '../../linkage/commands/await-matching.ts'
import { type Staged, stage } from '../../store/staging.ts'
import type { StoredItem } from '../rules/stored-item.ts'

/** What the tables and an agency's vocabulary made of the standing version of a record. */
export interface Reading {
  readonly record: string
  readonly vis: number
  readonly version: string
  /** The last decision of the vocabulary that it was read by; 0 before the first. */
  readonly vocabulary: string
  readonly stored: StoredItem
  /** Is the record found by its marks? A consignment of many has none of its own. */
  readonly posted: boolean
  /** The keys under which it is found by its words and the ranges of numbers that it states, whatever it speaks of. */
  readonly words: readonly number[]
}

/** All keys under which a record is found, each once: a word may by chance have the key of a mark. */
export function postedKeys({ stored, posted, words }: Pick<Reading, 'stored' | 'posted' | 'words'>): readonly number[] {
  return [...new Set([...(posted ? stored.keys : []), ...words])]
}

const STAGED = {
  id: 'uuid',
  vis: 'int4',
  version: 'int8',
  vocabulary: 'int8',
  tables: 'int4',
  norm: 'text',
  skeleton: 'text',
  make: 'text',
  model: 'text',
  calibre: 'text',
  type: 'text',
  item: 'jsonb',
  keys: 'int4[]',
} as const

function staged(reading: Reading): readonly Staged[] {
  const { record, vis, version, vocabulary, stored } = reading
  const { tables, norm, skeleton, make, model, calibre, type, packed } = stored
  const found = postedKeys(reading)
  return [record, vis, version, vocabulary, tables, norm, skeleton, make, model, calibre, type, packed, found]
}

const INSERT_READINGS = `
  INSERT INTO reading (record_id, vis, version, vocabulary, tables, norm, skeleton, make, model, calibre, type, item)
  SELECT id, vis, version, vocabulary, tables, norm, skeleton, make, model, calibre, type, item
  FROM pg_temp.staged_reading`
const REPLACE_READINGS = `${INSERT_READINGS}
  ON CONFLICT (record_id) DO UPDATE SET
    version = excluded.version, vocabulary = excluded.vocabulary, tables = excluded.tables, norm = excluded.norm,
    skeleton = excluded.skeleton, make = excluded.make, model = excluded.model, calibre = excluded.calibre,
    type = excluded.type, item = excluded.item`
const INSERT_POSTINGS = `
  INSERT INTO posting (key, record_id, vis) SELECT unnest(keys), id, vis FROM pg_temp.staged_reading`

/**
 * Writes the readings of records, with the keys under which they are found and the texts that wait for a curator, in
 * place of those that stood. `fresh`: these records have no reading yet, so nothing is looked for to be replaced.
 */
export async function storeReadings(context: Context, readings: readonly Reading[], fresh = false): Promise<void> {
  if (readings.length === 0) return
  const { client } = context
  if (!fresh) {
    const ids = readings.map(({ record }) => record)
    await client.query('DELETE FROM posting WHERE record_id = ANY ($1::uuid[])', [ids])
    await client.query('DELETE FROM unread_text WHERE record_id = ANY ($1::uuid[])', [ids])
  }
  await stage(client, 'staged_reading', STAGED, readings, staged)
  await client.query(fresh ? INSERT_READINGS : REPLACE_READINGS)
  await client.query(INSERT_POSTINGS)
  await insertUnread(context, readings)
  await awaitMatching(
    context,
    readings.filter(({ posted }) => posted).map(({ record }) => record),
  )
}

/** Takes away what is only derived of records of which no version stands any more. */
export async function removeReadings({ client }: Context, records: readonly string[]): Promise<void> {
  for (const table of ['posting', 'unread_text', 'reading'])
    await client.query(`DELETE FROM ${table} WHERE record_id = ANY ($1::uuid[])`, [records])
}

async function insertUnread({ client }: Context, readings: readonly Reading[]): Promise<void> {
  const texts = readings.flatMap(({ record, vis, stored }) =>
    stored.unread.map(({ field, stated, make }) => ({
      record,
      vis,
      field,
      make,
      text: stated.trim(),
    })),
  )
  if (texts.length === 0) return
  await client.query(
    `INSERT INTO unread_text (record_id, field, text, make, vis)
     SELECT id, field, text, make, vis
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int4[]) AS row (id, field, text, make, vis)
     ON CONFLICT DO NOTHING`,
    [
      texts.map(({ record }) => record),
      texts.map(({ field }) => field),
      texts.map(({ text }) => text),
      texts.map(({ make }) => make),
      texts.map(({ vis }) => vis),
    ],
  )
}
