import { readFile } from 'node:fs/promises'
import { STRUCK_PLACES, type StruckPlace } from '@proofmark/contract/thing-words'
import type pg from 'pg'
import * as z from 'zod'
import { eraseWords } from '../erase-words.ts'
import { strikeWords } from '../strike-words.ts'

const line = z.object({
  thing: z.uuid(),
  reason: z.enum(['not_needed', 'term_over', 'unlawful', 'data_subject', 'court_order']),
  /** Words of others that were struck with it; without it, what was known of the thing. */
  struck: z.object({ place: z.enum(STRUCK_PLACES), of: z.uuid(), id: z.uuid(), entry: z.uuid() }).optional(),
})
export type KeptErasure = z.output<typeof line>

/** Erasures as `proofmark thing erasures` prints them, a line each. Throws where a line is none. */
export async function readErasures(file: string): Promise<KeptErasure[]> {
  const text = await readFile(file, 'utf8')
  return text.split('\n').flatMap((each) => (each.trim() === '' ? [] : [line.parse(JSON.parse(each))]))
}

/**
 * Takes again what was lawfully erased: what the backup knows of, and what was erased after it was taken, as the list says that was kept
 * apart from it. Before anything serves. `client`: whoever owns the tables.
 */
export async function honourErasures(client: pg.ClientBase, kept: readonly KeptErasure[]): Promise<number> {
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO thing_erasure (thing_id, agency_id, reason, erased_by)
     SELECT t.id, t.agency_id, k.reason, a.id FROM jsonb_to_recordset($1::jsonb) AS k (thing uuid, reason text)
     JOIN thing t ON t.id = k.thing JOIN account a ON a.kind = 'installer' ON CONFLICT DO NOTHING`,
    [JSON.stringify(kept)],
  )
  await client.query(
    `INSERT INTO struck_words (place, of_id, id, thing_id, reason, struck_by, entry_id)
     SELECT k.struck ->> 'place', (k.struck ->> 'of')::uuid, (k.struck ->> 'id')::uuid, t.id, k.reason, a.id,
       (k.struck ->> 'entry')::uuid
     FROM jsonb_to_recordset($1::jsonb) AS k (thing uuid, reason text, struck jsonb)
     JOIN thing t ON t.id = k.thing JOIN account a ON a.kind = 'installer' WHERE k.struck IS NOT NULL ON CONFLICT DO NOTHING`,
    [JSON.stringify(kept)],
  )
  const { rows } = await client.query<{ thing: string }>('SELECT thing_id AS thing FROM thing_erasure')
  await eraseWords(
    client,
    rows.map(({ thing }) => thing),
  )
  await strikeAgain(client)
  await client.query('COMMIT')
  return rows.length
}

/** Strikes the words that were struck, in bodies of the log as well, under the entry of then, which the backup may not have. */
async function strikeAgain(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ place: StruckPlace; of: string; id: string }>(
    'SELECT place, of_id AS of, id FROM struck_words',
  )
  for (const row of rows) await strikeWords(client, row)
  await client.query(
    `UPDATE audit_entry e SET body = NULL, salt = NULL, erased_under = s.entry_id
     FROM struck_words s WHERE s.place = 'log' AND s.id = e.id AND e.body IS NOT NULL`,
  )
}
