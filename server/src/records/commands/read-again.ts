import { unreadTexts } from '@proofmark/domain/curation'
import type { ItemRead } from '@proofmark/domain/item'
import type { RowKind } from '@proofmark/domain/row-kind'
import { TABLES_VERSION } from '@proofmark/domain/tables-version'
import type { Vocabulary } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { agencyClasses } from '../queries/agency-classes.ts'
import { recordTextKeys } from '../rules/episode.ts'
import { isPosted } from '../rules/is-posted.ts'
import { type PackedItem, unpackItem } from '../rules/packed-item.ts'
import { readStated } from '../rules/read-stated.ts'
import { changesBetween, isSameItem, type ReadingChange } from '../rules/reading-changes.ts'
import { storedItem } from '../rules/stored-item.ts'
import { postedKeys, type Reading, storeReadings } from './store-readings.ts'

/** Whose records are read again, and by which words. */
export interface RenewalScope {
  readonly agency: string
  readonly vocabulary: Vocabulary
}

/** Some records, read again; nothing of it is written yet. */
export interface RecordsReadAgain {
  /** Readings to take the place of those that stand. */
  readonly readings: readonly Reading[]
  /** Records that read as before. */
  readonly same: readonly string[]
  readonly changes: readonly ReadingChange[]
  readonly records: number
  /** Records whose item reads otherwise. */
  readonly changed: number
  /** The last of these records; null where there are no more. */
  readonly last: string | null
}

interface Row {
  readonly id: string
  readonly key: string
  readonly vis: number
  readonly version: string
  readonly packed: PackedItem
  readonly stated: Record<string, string>
  readonly rowKind: RowKind
  readonly quantity: string | null
  readonly from: string | null
  readonly to: string | null
}

/** Records that are read again in one transaction. */
const BATCH_RECORDS = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Reads again what an agency's records state in their standing versions, the next so many after this one whose reading
 * was made by older tables or an older vocabulary.
 */
export async function readAgain(
  context: Context,
  { agency, vocabulary }: RenewalScope,
  after: string | null,
): Promise<RecordsReadAgain> {
  const rows = await staleReadings(context, agency, vocabulary, after)
  const ids = rows.map(({ id }) => id)
  const waiting = await waitingTexts(context, ids)
  const standing = await standingPostings(context, ids)
  const readings: Reading[] = []
  const same: string[] = []
  const changes: ReadingChange[] = []
  let changed = 0
  for (const { id, key, vis, version, packed, stated, rowKind, quantity: many, from, to } of rows) {
    const item = readStated(stated, rowKind, vocabulary)
    const sameItem = isSameItem(packed, item)
    if (!sameItem) {
      changed++
      changes.push(...changesBetween(unpackItem(packed), item))
    }
    const quantity = many === null ? null : Number(many)
    const posted = isPosted(rowKind, quantity)
    const stored = storedItem(item)
    const found = {
      stored,
      posted,
      words: recordTextKeys({ key, stated, stored, posted, rowKind, quantity }, { from, to }),
    }
    const sameKeys = isSameSet(standing.get(id) ?? [], postedKeys(found))
    if (sameItem && sameKeys && sameTexts(waiting.get(id) ?? [], item)) same.push(id)
    else readings.push({ record: id, vis, version, vocabulary: vocabulary.version, ...found })
  }
  const last = rows.length < BATCH_RECORDS ? null : rows.at(-1)!.id
  return { readings, same, changes, records: rows.length, changed, last }
}

async function staleReadings(context: Context, agency: string, vocabulary: Vocabulary, after: string | null) {
  const { rows } = await context.client.query<Row>(
    `SELECT g.record_id AS id, r.source_key AS key, g.vis, g.version, g.item AS packed, v.stated,
       v.row_kind AS "rowKind", v.quantity, v.date_from AS "from", v.date_to AS "to"
     FROM reading g JOIN record r ON r.id = g.record_id
     JOIN record_version v ON v.record_id = g.record_id AND v.version = g.version
     WHERE g.vis = ANY ($1::int4[]) AND g.record_id > $2 AND (g.tables < $3 OR g.vocabulary < $4)
     ORDER BY g.record_id LIMIT $5`,
    [await agencyClasses(context, agency), after ?? FIRST, TABLES_VERSION, vocabulary.version, BATCH_RECORDS],
  )
  return rows
}

/** The keys under which each of these records stands in the postings; older ones lack what was not posted then. */
async function standingPostings({ client }: Context, records: readonly string[]) {
  const { rows } = await client.query<{ record: string; keys: number[] }>(
    'SELECT record_id AS record, array_agg(key) AS keys FROM posting WHERE record_id = ANY ($1::uuid[]) GROUP BY 1',
    [records],
  )
  return new Map(rows.map(({ record, keys }) => [record, keys]))
}

/** Are these the same keys, in whatever order? Neither list names one twice. */
function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  const known = new Set(some)
  return some.length === others.length && others.every((key) => known.has(key))
}

type Texts = readonly { readonly field: string; readonly text: string }[]

async function waitingTexts({ client }: Context, records: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
  const { rows } = await client.query<{ record: string; field: string; text: string }>(
    'SELECT record_id AS record, field, text FROM unread_text WHERE record_id = ANY ($1::uuid[])',
    [records],
  )
  return Map.groupBy(rows, ({ record }) => record)
}

/** Does the queue hold what the item leaves unread, and nothing else? Records of the first release are not in it yet. */
function sameTexts(texts: Texts, item: ItemRead): boolean {
  const wanted = new Set(unreadTexts(item).map(({ field, stated }) => `${field} ${stated.trim()}`))
  return texts.length === wanted.size && texts.every(({ field, text }) => wanted.has(`${field} ${text}`))
}

/** Writes what `readAgain` read in this transaction. Where nothing changed, only the versions are raised. */
export async function storeReadAgain(
  context: Context,
  { vocabulary }: RenewalScope,
  { readings, same }: RecordsReadAgain,
): Promise<void> {
  await storeReadings(context, readings)
  if (same.length === 0) return
  await context.client.query(
    `UPDATE reading SET tables = $2, vocabulary = $3, item = jsonb_set(item, '{tables}', to_jsonb($2::int4))
     WHERE record_id = ANY ($1::uuid[])`,
    [same, TABLES_VERSION, vocabulary.version],
  )
}
