import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { waitingFor } from '../rules/waiting-for.ts'
import { comparedExhibits, hiddenRequests } from './find-waiting.ts'
import { type Asked, holdFor } from './tell.ts'

/** One after the other: of two who ask at once, the second finds the handle of the first. */
const LOCK = 7_205_759_454

async function readQuestion(client: pg.ClientBase, question: string): Promise<Asked | null> {
  const { rows } = await client.query<Asked>(
    `SELECT q.id AS question, q.vis, q.disposal_id AS disposal, d.agency_id AS keeper, d.name AS reference, g.name AS "keeperName"
     FROM clearance_question q JOIN disposal d ON d.id = q.disposal_id JOIN agency g ON g.id = d.agency_id
     WHERE q.id = $1 AND NOT EXISTS (SELECT FROM clearance_answer a WHERE a.question_id = q.id)`,
    [question],
  )
  return rows[0] ?? null
}

/**
 * The matching process's answer to whoever wants to destroy: of each exhibit of the campaign nothing, or the handle under which it is held.
 * Whoever waits for it is told who keeps it, with an entry of their log before the answer is there. The same question again
 * changes nothing.
 */
export async function answerClearance(pool: pg.Pool, question: string, now: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const asked = await readQuestion(client, question)
    if (!asked) return
    const exhibits = await comparedExhibits(client, asked.disposal)
    const requests = await hiddenRequests(client, exhibits, { keeper: asked.keeper, now })
    for (const exhibit of exhibits) {
      const handle = await holdFor(client, asked, exhibit.id, waitingFor(exhibit, requests))
      await client.query(
        'INSERT INTO clearance_answer (question_id, exhibit_id, vis, handle) VALUES ($1, $2, $3, $4)',
        [question, exhibit.id, asked.vis, handle],
      )
    }
  })
}
