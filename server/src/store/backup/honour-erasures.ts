import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import * as z from 'zod'
import { eraseWords } from '../erase-words.ts'

const line = z.object({
  thing: z.uuid(),
  reason: z.enum(['not_needed', 'term_over', 'unlawful', 'data_subject', 'court_order']),
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
  const { rows } = await client.query<{ thing: string }>('SELECT thing_id AS thing FROM thing_erasure')
  await eraseWords(
    client,
    rows.map(({ thing }) => thing),
  )
  await client.query('COMMIT')
  return rows.length
}
