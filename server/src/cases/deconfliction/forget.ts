import type pg from 'pg'

/** Place and contact of an operation are needed no longer than these days after its end. */
const KEPT_DAYS = 30
/** Nobody whom an operation met needs its contact longer: it was planned at most ninety-seven days ahead. */
const CONTACT_DAYS = 130
const DAY_MS = 86_400_000
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/**
 * Forgets the keys of questions that stand no more and what meetings keep of them, where operations long over were and whom
 * to call, and counts of days past.
 */
export async function forgetDeconfliction(pool: pg.Pool, now: Date): Promise<void> {
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
  // A pair is a hash that holds the key: as long as the secret is known, a short value could be tried out by it.
  await pool.query(
    `UPDATE deconfliction_meeting m SET pair = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), forgotten_at = $1
     WHERE forgotten_at IS NULL AND NOT EXISTS (
       SELECT FROM (
         SELECT about FROM deconfliction_told t WHERE t.handle = m.handle
         UNION ALL SELECT (asker->>'about')::uuid UNION ALL SELECT (other->>'about')::uuid
       ) a WHERE EXISTS (SELECT FROM deconfliction_question q WHERE q.id = a.about AND q.key IS NOT NULL)
         OR EXISTS (SELECT FROM planned_operation p WHERE p.id = a.about AND p.contact IS NOT NULL))`,
    [now],
  )
  await pool.query('DELETE FROM deconfliction_count WHERE begins_at <= $1', [before(now, 2)])
}
