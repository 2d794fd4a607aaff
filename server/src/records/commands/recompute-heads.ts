import type { RowKind } from '@proofmark/domain/row-kind'
import type { Context } from '../../access/context.ts'
import type { KnownSource } from '../queries/find-source.ts'
import { importsTakenBack } from '../queries/taken-back.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import { recordTextKeys } from '../rules/episode.ts'
import { isPosted } from '../rules/is-posted.ts'
import { readStated } from '../rules/read-stated.ts'
import { storedItem } from '../rules/stored-item.ts'
import { holdRows } from './hold-rows.ts'
import { removeReadings, storeReadings } from './store-readings.ts'

interface Standing {
  readonly id: string
  readonly key: string
  readonly vis: number
  readonly was: string | null
  readonly now: string | null
}

interface Version {
  readonly id: string
  readonly stated: Record<string, string>
  readonly rowKind: RowKind
  readonly quantity: string | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * Lets the last version of each record stand that no taken-back import brought, none where there is no such one, and
 * reads it. Nothing is deleted of what was said. Safe to repeat; answers how many heads moved.
 */
export async function recomputeHeads(
  context: Context,
  source: KnownSource,
  records: readonly string[],
): Promise<number> {
  await holdRows(context, source)
  const moved = await findMoved(context, records, await importsTakenBack(context, source.id))
  if (moved.length === 0) return 0
  await context.client.query(
    `UPDATE record SET version = head.version FROM unnest($1::uuid[], $2::int8[]) AS head (id, version)
     WHERE record.id = head.id`,
    [moved.map(({ id }) => id), moved.map(({ now }) => now)],
  )
  await removeReadings(
    context,
    moved.map(({ id }) => id),
  )
  await readAgain(
    context,
    source,
    moved.filter(({ now }) => now !== null),
  )
  await count(context, moved)
  return moved.length
}

async function findMoved({ client }: Context, records: readonly string[], takenBack: readonly string[]) {
  const { rows } = await client.query<Standing>(
    `SELECT r.id, r.source_key AS key, r.vis, r.version AS was, max(v.version) FILTER (WHERE NOT v.version = ANY ($2::int8[])) AS now
     FROM record r JOIN record_version v ON v.record_id = r.id
     WHERE r.id = ANY ($1::uuid[]) GROUP BY r.id, r.source_key, r.vis, r.version`,
    [records, takenBack],
  )
  return rows.filter(({ was, now }) => was !== now)
}

async function readAgain(context: Context, source: KnownSource, standing: readonly Standing[]): Promise<void> {
  if (standing.length === 0) return
  const { rows } = await context.client.query<Version>(
    `SELECT v.record_id AS id, v.stated, v.row_kind AS "rowKind", v.quantity, v.date_from AS "from", v.date_to AS "to"
     FROM record_version v JOIN unnest($1::uuid[], $2::int8[]) AS head (id, version)
       ON v.record_id = head.id AND v.version = head.version`,
    [standing.map(({ id }) => id), standing.map(({ now }) => now)],
  )
  const versions = new Map(rows.map((row) => [row.id, row]))
  const vocabulary = await loadVocabulary(context, source.agency.id)
  const readings = standing.map(({ id, key, vis, now }) => {
    const { stated, rowKind, quantity: many, from, to } = versions.get(id)!
    const stored = storedItem(readStated(stated, rowKind, vocabulary))
    const quantity = many === null ? null : Number(many)
    const posted = isPosted(rowKind, quantity)
    return {
      record: id,
      vis,
      version: now!,
      vocabulary: vocabulary.version,
      stored,
      posted,
      words: recordTextKeys({ key, stated, stored, posted, rowKind, quantity }, { from, to }),
    }
  })
  await storeReadings(context, readings, true)
}

/** Records that stand again, less those that do so no more, in the totals of their classes. */
async function count({ client }: Context, moved: readonly Standing[]): Promise<void> {
  const changes = new Map<number, number>()
  for (const { vis, was, now } of moved) {
    const change = (now === null ? 0 : 1) - (was === null ? 0 : 1)
    changes.set(vis, (changes.get(vis) ?? 0) + change)
  }
  for (const [vis, change] of [...changes].sort(([one], [other]) => one - other)) {
    if (change === 0) continue
    await client.query(
      `INSERT INTO class_tally (vis, records) VALUES ($1, greatest($2::int8, 0))
       ON CONFLICT (vis) DO UPDATE SET records = class_tally.records + $2`,
      [vis, change],
    )
  }
}
