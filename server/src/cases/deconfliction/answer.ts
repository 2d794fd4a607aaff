import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { operationsMeet } from '../rules/operations-meet.ts'
import type { Compared } from './ask-match.ts'
import { type Asker, operationsAt, otherQuestions, recordsOf, thingsWith } from './find-others.ts'
import type { ContactLine } from './frame.ts'
import { type PlannedRow, plannedOf, readOperation, readQuestion } from './read-asker.ts'
import { onceEach, type Side } from './side.ts'
import { meet, tellIntroduced } from './tell.ts'

/** Within the time of an answer so many sides are told; the others soon after it, so that how many there are shows nowhere. */
export const AT_ONCE = 12
/** One after the other: of two who ask at once, the second finds the first. */
const LOCK = 7_205_759_453

async function contactOf(client: pg.ClientBase, { agency, contact }: Side): Promise<string> {
  const { rows } = await client.query<{ name: string; desk: string }>('SELECT name, desk FROM agency WHERE id = $1', [
    agency,
  ])
  return [rows[0]!.name, contact ?? rows[0]!.desk].join(', ')
}

/** What the asker may be told, and whether every side was told that is concerned. */
interface Answered {
  readonly lines: readonly ContactLine[]
  readonly whole: boolean
}
const NOBODY: Answered = { lines: [], whole: true }

async function meetAll(
  client: pg.ClientBase,
  asker: Asker,
  others: readonly Side[],
  how: { readonly shared: string; readonly each: boolean; readonly now: Date; readonly told: number },
): Promise<Answered> {
  const lines: ContactLine[] = []
  const sides = onceEach(others, how.each)
  for (const other of sides.slice(how.told, how.told + AT_ONCE)) {
    const handle = await meet(client, { asker, other, ...how })
    if (handle !== null) lines.push({ contact: await contactOf(client, other), handle })
  }
  return { lines, whole: sides.length <= how.told + AT_ONCE }
}

type Answering = readonly [client: pg.ClientBase, id: string, now: Date, told: number]

async function answerQuestion(skeleton: string | null, ...[client, id, now, told]: Answering): Promise<Answered> {
  const asker = await readQuestion(client, id, now)
  if (asker === null) return NOBODY
  const others = [
    ...(asker.kind === 'address' ? await operationsAt(client, asker, now) : []),
    ...(skeleton === null ? [] : await recordsOf(client, asker, skeleton)),
    ...(await otherQuestions(client, asker, now)),
    ...(await thingsWith(client, asker)),
  ]
  const how = { shared: asker.key!.toString('hex'), each: false, now, told }
  const { lines, whole } = await meetAll(client, asker, others, how)
  if (whole) await client.query('UPDATE deconfliction_question SET compared_at = clock_timestamp() WHERE id = $1', [id])
  // One contact, whatever else there is: the others are told, and know whom to ask.
  return { lines: lines.slice(0, 1), whole }
}

/** Operations of others that are neither over nor withdrawn, at some time of this one. */
async function othersPlanned(client: pg.ClientBase, asker: Asker, from: Date, to: Date) {
  const { rows } = await client.query<Side & PlannedRow>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, c.source_visibility = 'silent' AS silent,
       x.contact, x.key, x.latitude, x.longitude, x.radius, x.from_at AS from, x.to_at AS to
     FROM planned_operation x JOIN visibility c ON c.id = x.vis
     WHERE x.withdrawn_at IS NULL AND x.to_at > $1 AND x.from_at < $2 AND x.case_id <> $3 AND x.planned_by <> $4
     ORDER BY x.planned_at, x.id`,
    [from, to, asker.case, asker.account],
  )
  return rows
}

async function answerOperation(...[client, id, now, told]: Answering): Promise<Answered> {
  const found = await readOperation(client, id, now)
  if (!found) return NOBODY
  const { asker, planned } = found
  const elsewhere = await othersPlanned(client, asker, planned.from, planned.to)
  const meeting = elsewhere.filter((other) => operationsMeet(planned, plannedOf(other)))
  const planning = await meetAll(client, asker, meeting, { shared: 'operation', each: true, now, told })
  const asking = asker.key === null ? [] : await otherQuestions(client, asker, now)
  const shared = asker.key?.toString('hex') ?? ''
  const others = await meetAll(client, asker, asking, { shared, each: false, now, told })
  const whole = planning.whole && others.whole
  if (whole) await client.query('UPDATE planned_operation SET compared_at = clock_timestamp() WHERE id = $1', [id])
  return { lines: [...planning.lines, ...others.lines], whole }
}

/** Tells the next sides that are concerned, in one short transaction, since others wait for theirs. */
async function answerNext(pool: pg.Pool, compared: Compared, now: Date, told: number): Promise<Answered> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    switch (compared.about) {
      case 'question':
        return answerQuestion(compared.skeleton, client, compared.id, now, told)
      case 'operation':
        return answerOperation(client, compared.id, now, told)
      case 'introduction':
        await tellIntroduced(client, compared.id, now)
        return NOBODY
    }
  })
}

/**
 * The matching process's answer: whom to ask and under which handle, for a question at most one. Values that the asker can
 * look up themselves are no meeting; what others of theirs ask and plan is, since no list shows a question's value. The
 * entries of those who are told are written before the answer leaves.
 */
export const answerDeconfliction = async (
  pool: pg.Pool,
  compared: Compared,
  now: Date,
): Promise<readonly ContactLine[]> => (await answerNext(pool, compared, now, 0)).lines

/** Tells everybody who is concerned, for whom nobody waits. */
export async function tellEverybody(pool: pg.Pool, compared: Compared, now: Date): Promise<void> {
  for (let told = 0, whole = false; !whole; told += AT_ONCE) whole = (await answerNext(pool, compared, now, told)).whole
}
