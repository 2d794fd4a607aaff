import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { writeEntry } from '../../access/commands/write-entry.ts'
import { processAccount } from '../../access/queries/process-account.ts'
import { waitsSince } from '../rules/officer-waits.ts'
import { leadOf } from './lead-of.ts'
import { pairOf, type Side } from './side.ts'

type Audience = 'case' | 'desk' | 'officer'

/** The agency's class for its own people: of what its desk may know, or its officer alone. */
async function ownVis(client: pg.ClientBase, agency: string, visibility: 'pointer' | 'silent'): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM visibility WHERE agency_id = $1 AND source_visibility = $2 AND handling = 'H0' AND readers = '{}'
       AND compartment_id IS NULL`,
    [agency, visibility],
  )
  if (!rows[0]) throw new Error(`The agency ${agency} has no class of its own.`)
  return rows[0].id
}

/**
 * Tells one audience of a side whom to ask, once; an entry of its agency’s log goes before. An officer is told anew of two who
 * meet again after the time in which it waited for them.
 */
async function tell(
  client: pg.ClientBase,
  {
    handle,
    audience,
    side,
    of,
    now,
  }: Readonly<{ handle: string; audience: Audience; side: Side; of: Side; now: Date }>,
): Promise<void> {
  const vis =
    audience === 'case' ? side.vis! : await ownVis(client, side.agency, audience === 'desk' ? 'pointer' : 'silent')
  const { rowCount } = await client.query(
    `INSERT INTO deconfliction_told
       (id, vis, handle, audience, agency_id, case_id, about, contact_agency_id, contact, lead_id, told_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (handle, audience, agency_id, case_id, about) DO UPDATE SET told_at = excluded.told_at
       WHERE deconfliction_told.audience = 'officer' AND deconfliction_told.told_at <= $12`,
    [
      randomUUID(),
      vis,
      handle,
      audience,
      side.agency,
      audience === 'case' ? side.case : null,
      audience === 'case' ? side.about : null,
      of.agency,
      // What is silent is called through its officer's desk, never by the number of an operation.
      audience === 'officer' ? null : of.contact,
      audience === 'officer' ? await leadOf(client, side.case) : null,
      now,
      waitsSince(now),
    ],
  )
  if (rowCount === 0) return
  await writeEntry(client, { account: await processAccount(client), agency: side.agency }, null, {
    action: 'deconfliction.told',
    subjects: [handle],
    body: { contact: of.agency },
  })
}

/** Tells a side of the other: those who work in its case, and its desk where it did not ask itself. */
async function tellSide(client: pg.ClientBase, handle: string, side: Side, of: Side, now: Date): Promise<void> {
  if (side.case !== null && side.vis !== null) await tell(client, { handle, audience: 'case', side, of, now })
  if (side.about === null && !side.silent) await tell(client, { handle, audience: 'desk', side, of, now })
}

async function bothTold(client: pg.ClientBase, handle: string, sides: readonly [Side, Side], now: Date): Promise<void> {
  const [one, other] = sides
  await tellSide(client, handle, one, other, now)
  await tellSide(client, handle, other, one, now)
}

/**
 * Lets two sides meet, under the handle of before where they met before. Where neither is silent both are told; else the
 * officers of the silent ones alone, and the others nothing. Answers the handle where the asker may know of it.
 */
export async function meet(
  client: pg.ClientBase,
  { asker, other, shared, each, now }: Readonly<{ asker: Side; other: Side; shared: string; each: boolean; now: Date }>,
): Promise<string | null> {
  const sides = [asker, other] as const
  const { rows } = await client.query<{ handle: string }>(
    `WITH made AS (
       INSERT INTO deconfliction_meeting (handle, pair, asker, other, met_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (pair) DO NOTHING RETURNING handle
     ) SELECT handle FROM made UNION ALL SELECT handle FROM deconfliction_meeting WHERE pair = $2`,
    [randomUUID(), pairOf(shared, sides, each), plain(asker), plain(other), now],
  )
  const { handle } = rows[0]!
  if (sides.some(({ silent }) => silent)) {
    for (const [side, of] of [
      [asker, other],
      [other, asker],
    ] as const)
      if (side.silent) await tell(client, { handle, audience: 'officer', side, of, now })
    if (!(await isIntroduced(client, handle, sides))) return null
  }
  await bothTold(client, handle, sides, now)
  return handle
}

const plain = ({ agency, case: id, vis, about, silent, contact }: Side): string =>
  JSON.stringify({ agency, case: id, vis, about, silent, contact })

/** Did the officer of every silent side bring them together? */
async function isIntroduced(client: pg.ClientBase, handle: string, sides: readonly Side[]): Promise<boolean> {
  const { rows } = await client.query<{ agency: string }>(
    'SELECT agency_id AS agency FROM deconfliction_introduction WHERE handle = $1',
    [handle],
  )
  return sides.every(({ silent, agency }) => !silent || rows.some((each) => each.agency === agency))
}

/** Tells both sides of a meeting that the officers of its silent sides introduced, and nobody before that. */
export async function tellIntroduced(client: pg.ClientBase, handle: string, now: Date): Promise<void> {
  const { rows } = await client.query<{ asker: Side; other: Side }>(
    'SELECT asker, other FROM deconfliction_meeting WHERE handle = $1',
    [handle],
  )
  const [found] = rows
  if (!found) return
  const sides = [found.asker, found.other] as const
  if (await isIntroduced(client, handle, sides)) await bothTold(client, handle, sides, now)
}
