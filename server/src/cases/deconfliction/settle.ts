import type pg from 'pg'
import { tellEverybody } from './answer.ts'
import type { Compared } from './ask-match.ts'
import { forgetDeconfliction } from './forget.ts'

/** So many of each kind are compared in one go. */
const AT_A_TIME = 100

/** What was kept and not compared, and questions about what came to be kept since they were. */
async function waiting(pool: pg.Pool, now: Date): Promise<Compared[]> {
  const { rows } = await pool.query<{ about: Compared['about']; id: string }>(
    `(SELECT 'question' AS about, id FROM deconfliction_question q
       WHERE withdrawn_at IS NULL AND until > $1 AND key IS NOT NULL AND (compared_at IS NULL OR EXISTS (
         SELECT FROM thing_value v WHERE v.key = q.key AND v.withdrawn_at IS NULL
           AND v.said_at > q.compared_at - interval '2 minutes'))
       ORDER BY compared_at NULLS FIRST LIMIT $2)
     UNION ALL (SELECT 'operation', id FROM planned_operation
       WHERE compared_at IS NULL AND withdrawn_at IS NULL AND to_at > $1 LIMIT $2)
     UNION ALL (SELECT 'introduction', handle FROM deconfliction_introduction i
       WHERE NOT EXISTS (SELECT FROM deconfliction_told t WHERE t.handle = i.handle AND t.audience <> 'officer')
       ORDER BY introduced_at DESC LIMIT $2)`,
    [now, AT_A_TIME],
  )
  return rows.map(({ about, id }) => (about === 'question' ? { about, id, skeleton: null } : { about, id }))
}

/**
 * Forgets what is needed no more, then compares what waits: what was kept while a process was stopped, and what came that
 * a standing question is about. One that fails keeps none of the others waiting; the failures are thrown together at the end.
 */
export async function settleDeconfliction(pool: pg.Pool, now: Date): Promise<void> {
  await forgetDeconfliction(pool, now)
  const failures: unknown[] = []
  for (const compared of await waiting(pool, now))
    await tellEverybody(pool, compared, now).catch((failure) => failures.push(failure))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be compared.`)
}
