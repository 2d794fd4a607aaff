import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { operationsMeet } from '../rules/operations-meet.ts'
import type { Compared } from './ask-match.ts'
import { type Asker, operationsAt, otherQuestions, recordsOf, thingsWith } from './find-others.ts'
import type { ContactLine } from './frame.ts'
import { type PlannedRow, plannedOf, readOperation, readQuestion } from './read-asker.ts'
import { onceEach, type Side } from './side.ts'
import { meet, tellIntroduced } from './tell.ts'

/** One after the other: of two who ask at once, the second finds the first. */
const LOCK = 7_205_759_453

async function contactOf(client: pg.ClientBase, { agency, contact }: Side): Promise<string> {
  const { rows } = await client.query<{ name: string; desk: string }>('SELECT name, desk FROM agency WHERE id = $1', [
    agency,
  ])
  return [rows[0]!.name, contact ?? rows[0]!.desk].join(', ')
}

async function meetAll(
  client: pg.ClientBase,
  asker: Asker,
  others: readonly Side[],
  how: { readonly shared: string; readonly each: boolean; readonly now: Date },
): Promise<ContactLine[]> {
  const lines: ContactLine[] = []
  for (const other of onceEach(others, how.each)) {
    const handle = await meet(client, { asker, other, ...how })
    if (handle !== null) lines.push({ contact: await contactOf(client, other), handle })
  }
  return lines
}

async function answerQuestion(
  client: pg.ClientBase,
  id: string,
  skeleton: string | null,
  now: Date,
): Promise<ContactLine[]> {
  const found = await readQuestion(client, id, now)
  if (!found) return []
  const { asker, kind } = found
  const others = [
    ...(kind === 'address' ? await operationsAt(client, asker, now) : []),
    ...(await otherQuestions(client, asker, now)),
    ...(await thingsWith(client, asker)),
    ...(skeleton === null ? [] : await recordsOf(client, asker, skeleton)),
  ]
  const lines = await meetAll(client, asker, others, { shared: asker.key!.toString('hex'), each: false, now })
  await client.query('UPDATE deconfliction_question SET compared_at = $2 WHERE id = $1', [id, now])
  // One contact, whatever else there is: the others are told, and know whom to ask.
  return lines.slice(0, 1)
}

/** Operations of others that are neither over nor withdrawn, at some time of this one. */
async function othersPlanned(client: pg.ClientBase, asker: Asker, from: Date, to: Date) {
  const { rows } = await client.query<Side & PlannedRow>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, c.source_visibility = 'silent' AS silent,
       x.contact, x.key, x.latitude, x.longitude, x.radius, x.from_at AS from, x.to_at AS to
     FROM planned_operation x JOIN visibility c ON c.id = x.vis
     WHERE x.withdrawn_at IS NULL AND x.to_at > $1 AND x.from_at < $2 AND NOT (x.vis = ANY ($3::int4[]))
       AND x.case_id <> $4 AND x.planned_by <> $5
     ORDER BY x.planned_at, x.id`,
    [from, to, asker.classes, asker.case, asker.account],
  )
  return rows
}

async function answerOperation(client: pg.ClientBase, id: string, now: Date): Promise<ContactLine[]> {
  const found = await readOperation(client, id, now)
  if (!found) return []
  const { asker, planned } = found
  const others = await othersPlanned(client, asker, planned.from, planned.to)
  const meeting = others.filter((other) => operationsMeet(planned, plannedOf(other)))
  const lines = await meetAll(client, asker, meeting, { shared: 'operation', each: true, now })
  if (asker.key !== null) {
    const asking = await otherQuestions(client, asker, now)
    lines.push(...(await meetAll(client, asker, asking, { shared: asker.key.toString('hex'), each: false, now })))
  }
  await client.query('UPDATE planned_operation SET compared_at = $2 WHERE id = $1', [id, now])
  return lines
}

/**
 * The matching process's answer: whom to ask and under which handle, for a question at most one. What the asker sees
 * themselves is no meeting; the entries of those who are told are written before the answer leaves.
 */
export async function answerDeconfliction(pool: pg.Pool, compared: Compared, now: Date): Promise<ContactLine[]> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    switch (compared.about) {
      case 'question':
        return answerQuestion(client, compared.id, compared.skeleton, now)
      case 'operation':
        return answerOperation(client, compared.id, now)
      case 'introduction':
        await tellIntroduced(client, compared.id, now)
        return []
    }
  })
}
