import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { writeEntry } from '../../access/commands/write-entry.ts'
import { processAccount } from '../../access/queries/process-account.ts'
import type { Waiter } from '../rules/waiting-for.ts'

/** Who asks for clearance, and of which campaign. */
export interface Asked {
  readonly question: string
  readonly vis: number
  readonly disposal: string
  readonly keeper: string
  readonly keeperName: string
  /** What the keeper calls the campaign. */
  readonly reference: string
}

interface Hold {
  readonly agency: string
  readonly silent: boolean
  readonly requests: readonly string[]
  readonly letGo: boolean
}

/** The handle of an exhibit: the same each time, whoever waits for it, so that it tells nobody apart. */
async function handleOf(client: pg.ClientBase, exhibit: string): Promise<string> {
  const { rows } = await client.query<{ handle: string }>(
    `WITH made AS (
       INSERT INTO clearance_handle (handle, exhibit_id) VALUES ($1, $2) ON CONFLICT (exhibit_id) DO NOTHING RETURNING handle
     ) SELECT handle FROM made UNION ALL SELECT handle FROM clearance_handle WHERE exhibit_id = $2`,
    [randomUUID(), exhibit],
  )
  return rows[0]!.handle
}

/** The class of what is for an agency's own people alone; `silent`: for its officer. */
async function ownClass(client: pg.ClientBase, { agency, silent }: Waiter): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM visibility WHERE agency_id = $1 AND source_visibility = $2 AND handling = 'H0' AND readers = '{}'
       AND compartment_id IS NULL`,
    [agency, silent ? 'silent' : 'pointer'],
  )
  if (!rows[0]) throw new Error(`The agency ${agency} has no class of its own.`)
  return rows[0].id
}

async function tell(client: pg.ClientBase, asked: Asked, handle: string, waiter: Waiter): Promise<void> {
  const { agency, silent, requests } = waiter
  const id = randomUUID()
  const vis = await ownClass(client, waiter)
  await client.query(
    `INSERT INTO clearance_hold (id, handle, vis, agency_id, silent, keeper_agency_id, reference, requests)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::uuid[])`,
    [id, handle, vis, agency, silent, asked.keeper, asked.reference, requests],
  )
  await client.query(
    'INSERT INTO notice (id, agency_id, kind, asker_agency_id, reference, hold_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), agency, silent ? 'destruction_held_silent' : 'destruction_held', asked.keeper, asked.reference, id],
  )
  await writeEntry(client, { account: await processAccount(client), agency }, null, {
    action: 'clearance.held',
    subjects: requests,
    body: { reference: asked.reference, asker: asked.keeperName },
  })
}

/**
 * Holds an exhibit for those who wait for it and tells each of them once. A request for which it was let go holds it no more; one
 * that came later does. Answers the handle; null where nobody waits.
 */
export async function holdFor(
  client: pg.ClientBase,
  asked: Asked,
  exhibit: string,
  waiters: readonly Waiter[],
): Promise<string | null> {
  if (waiters.length === 0) return null
  const handle = await handleOf(client, exhibit)
  const { rows: holds } = await client.query<Hold>(
    `SELECT h.agency_id AS agency, h.silent, h.requests, g.hold_id IS NOT NULL AS "letGo"
     FROM clearance_hold h LEFT JOIN clearance_let_go g ON g.hold_id = h.id WHERE h.handle = $1`,
    [handle],
  )
  let held = false
  for (const { agency, silent, requests } of waiters) {
    const of = holds.filter((hold) => hold.agency === agency && hold.silent === silent)
    const covered = (letGo: boolean) =>
      new Set(of.filter((each) => each.letGo === letGo).flatMap((each) => each.requests))
    const [free, told] = [covered(true), covered(false)]
    const waiting = requests.filter((request) => !free.has(request))
    if (waiting.length === 0) continue
    held = true
    if (!waiting.every((request) => told.has(request)))
      await tell(client, asked, handle, { agency, silent, requests: waiting })
  }
  return held ? handle : null
}
