import type { Context } from '../../access/context.ts'
import type { SaidItem } from '../../store/ballistic-tables.ts'

/** A fired item or a test fire, as its last version says it. */
export interface KeptItem {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly vis: number
  readonly entry: 'fired_item' | 'test_fire'
  readonly system: string
  readonly reference: string
  readonly openedAt: Date
  readonly version: number
  readonly said: SaidItem
  readonly exhibit: string | null
  readonly record: string | null
  readonly contentHmac: Buffer
  readonly savedBy: string
  readonly savedAt: Date
}

const ITEMS = `
  SELECT i.id, i.agency_id AS agency, g.name AS "agencyName", i.vis, i.entry, i.system, i.reference,
    i.opened_at AS "openedAt", v.version, v.said, v.exhibit_id AS exhibit, v.record_id AS record,
    v.content_hmac AS "contentHmac", a.name AS "savedBy", v.saved_at AS "savedAt"
  FROM ballistic_item i
  JOIN agency g ON g.id = i.agency_id
  JOIN LATERAL (SELECT * FROM ballistic_item_version WHERE item_id = i.id ORDER BY version DESC LIMIT 1) v ON true
  JOIN account a ON a.id = v.saved_by`

/** Those of these items that the reader may see, in the order in which they were entered. */
export async function itemsById({ client }: Context, ids: readonly string[]): Promise<Map<string, KeptItem>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<KeptItem>(`${ITEMS} WHERE i.id = ANY ($1::uuid[]) ORDER BY i.opened_at, i.id`, [
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The items that were entered last, the latest first. */
export async function latestItems({ client }: Context, limit: number): Promise<KeptItem[]> {
  const { rows } = await client.query<KeptItem>(`${ITEMS} ORDER BY i.opened_at DESC, i.id LIMIT $1`, [limit])
  return rows
}

/** Characters that a pattern would take for more than themselves. */
const plain = (word: string): string => word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

/** Items of which every one of these words is said, in whatever field, the last that was entered first. */
export async function itemsByWords({ client }: Context, words: readonly string[], limit: number): Promise<KeptItem[]> {
  const patterns = words.map((word) => `%${plain(word.toLowerCase())}%`)
  const { rows } = await client.query<KeptItem>(
    `${ITEMS} WHERE lower(concat_ws(' ', i.system, i.reference, v.said ->> 'scene', v.said ->> 'case', v.said ->> 'place',
       v.said ->> 'date', v.said ->> 'calibre', v.said ->> 'exhibit', v.said ->> 'firearm')) LIKE ALL ($1::text[])
     ORDER BY i.opened_at DESC, i.id LIMIT $2`,
    [patterns, limit],
  )
  return rows
}

/** How many items there are for this reader. */
export async function countItems({ query }: Context): Promise<number> {
  const { count } = await query
    .selectFrom('ballistic_item')
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those of these exhibits that the reader may see, each with the record that it became. */
export async function exhibitsById({ query }: Context, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await query
    .selectFrom('exhibit')
    .select(['id', 'record_id as record'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, record }) => [id, record]))
}

/** Those of these records that stand and that the reader may see. */
export async function standingRecords({ client }: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.id FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The day of the recovery of each of these exhibits, as its form states it; those alone whose day is known. */
export async function recoveryDays({ client }: Context, exhibits: readonly string[]): Promise<Map<string, string>> {
  if (exhibits.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; day: string | null }>(
    `SELECT e.id, v.form ->> 'date' AS day FROM exhibit e
     JOIN LATERAL (
       SELECT form FROM recovery_version WHERE recovery_id = e.recovery_id ORDER BY version DESC LIMIT 1
     ) v ON true
     WHERE e.id = ANY ($1::uuid[])`,
    [exhibits],
  )
  return new Map(rows.flatMap(({ id, day }) => (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? [[id, day]] : [])))
}
