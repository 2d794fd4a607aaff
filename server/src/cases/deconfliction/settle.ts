import type pg from 'pg'
import { answerDeconfliction } from './answer.ts'
import type { Compared } from './ask-match.ts'

/** Place and contact of an operation are needed no longer than these days after its end. */
const KEPT_DAYS = 30
/** Nobody whom an operation met needs its contact longer: it was planned at most ninety-seven days ahead. */
const CONTACT_DAYS = 130
const DAY_MS = 86_400_000
const ALL = Number.POSITIVE_INFINITY
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/**
 * Compares what was kept and not compared, since a process was stopped in between or something came that a standing
 * question is about, and forgets the keys of questions that stand no more and what was said of operations long over.
 */
export async function settleDeconfliction(pool: pg.Pool, now: Date): Promise<void> {
  const { rows } = await pool.query<{ about: Compared['about']; id: string }>(
    `SELECT 'question' AS about, id FROM deconfliction_question q
       WHERE withdrawn_at IS NULL AND until > $1 AND key IS NOT NULL AND (compared_at IS NULL OR EXISTS (
         SELECT FROM thing_value v WHERE v.key = q.key AND v.withdrawn_at IS NULL
           AND v.said_at > q.compared_at - interval '2 minutes'))
     UNION ALL SELECT 'operation', id FROM planned_operation
       WHERE compared_at IS NULL AND withdrawn_at IS NULL AND to_at > $1
     UNION ALL SELECT 'introduction', handle FROM deconfliction_introduction i
       WHERE NOT EXISTS (SELECT FROM deconfliction_told t WHERE t.handle = i.handle AND t.audience <> 'officer')
     LIMIT 200`,
    [now],
  )
  for (const { about, id } of rows)
    await answerDeconfliction(pool, about === 'question' ? { about, id, skeleton: null } : { about, id }, now, ALL)
  await pool.query(
    'UPDATE deconfliction_question SET key = NULL WHERE key IS NOT NULL AND (until <= $1 OR withdrawn_at IS NOT NULL)',
    [now],
  )
  await pool.query(
    `UPDATE planned_operation
     SET place = NULL, key = NULL, latitude = NULL, longitude = NULL, radius = NULL, contact = NULL
     WHERE to_at <= $1 AND contact IS NOT NULL`,
    [before(now, KEPT_DAYS)],
  )
  await pool.query('UPDATE deconfliction_told SET contact = NULL WHERE contact IS NOT NULL AND told_at <= $1', [
    before(now, CONTACT_DAYS),
  ])
  await pool.query(
    `UPDATE deconfliction_meeting SET asker = asker || '{"contact": null}', other = other || '{"contact": null}'
     WHERE met_at <= $1 AND (asker->>'contact' IS NOT NULL OR other->>'contact' IS NOT NULL)`,
    [before(now, CONTACT_DAYS)],
  )
  await pool.query('DELETE FROM deconfliction_count WHERE begins_at <= $1', [before(now, 2)])
}
