import type pg from 'pg'
import { answerDeconfliction } from './answer.ts'
import type { Compared } from './ask-match.ts'

/** Place and contact of an operation are needed no longer than these days after its end. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Compares what was kept and not compared, since a process was stopped in between, and forgets the keys of questions
 * that stand no more and the places of operations that are long over.
 */
export async function settleDeconfliction(pool: pg.Pool, now: Date): Promise<void> {
  const { rows } = await pool.query<{ about: Compared['about']; id: string }>(
    `SELECT 'question' AS about, id FROM deconfliction_question
       WHERE compared_at IS NULL AND withdrawn_at IS NULL AND until > $1 AND key IS NOT NULL
     UNION ALL SELECT 'operation', id FROM planned_operation
       WHERE compared_at IS NULL AND withdrawn_at IS NULL AND to_at > $1
     UNION ALL SELECT 'introduction', handle FROM deconfliction_introduction i
       WHERE NOT EXISTS (SELECT FROM deconfliction_told t WHERE t.handle = i.handle AND t.audience <> 'officer')
     LIMIT 200`,
    [now],
  )
  for (const { about, id } of rows)
    await answerDeconfliction(pool, about === 'question' ? { about, id, skeleton: null } : { about, id }, now)
  await pool.query(
    'UPDATE deconfliction_question SET key = NULL WHERE key IS NOT NULL AND (until <= $1 OR withdrawn_at IS NOT NULL)',
    [now],
  )
  await pool.query(
    `UPDATE planned_operation
     SET place = NULL, key = NULL, latitude = NULL, longitude = NULL, radius = NULL, contact = NULL
     WHERE to_at <= $1 AND contact IS NOT NULL`,
    [new Date(now.getTime() - KEPT_DAYS * DAY_MS)],
  )
}
