import { randomUUID } from 'node:crypto'
import { exactKeys } from '@proofmark/matching/query-keys'
import type pg from 'pg'
import { writeEntry } from '../../access/commands/write-entry.ts'
import { processAccount } from '../../access/queries/process-account.ts'
import { classReaders, mayRead, type VisibilityClass } from '../../access/rules/may-read.ts'
import { inTransaction } from '../../store/transaction.ts'
import { fitsForPointer, type PointedItem } from '../rules/fits-for-pointer.ts'
import type { PointerLine } from './frame.ts'
import { endOthers, tellAsker } from './tell-asker.ts'

interface SavedItem extends PointedItem {
  readonly id: string
  readonly agency: string
  readonly asker: string
  readonly reference: string
}

interface HiddenRecord extends PointedItem, Omit<VisibilityClass, 'id'> {
  readonly record: string
}

interface Owner {
  readonly agency: string
  readonly silent: boolean
  readonly records: string[]
}

async function readSavedItem(client: pg.ClientBase, id: string): Promise<SavedItem | null> {
  const { rows } = await client.query<SavedItem>(
    `SELECT i.id, i.agency_id AS agency, a.name AS asker, i.reference,
       CASE WHEN i.record_id IS NULL THEN i.skeleton ELSE d.skeleton END AS skeleton,
       CASE WHEN i.record_id IS NULL THEN i.make ELSE d.make END AS make,
       CASE WHEN i.record_id IS NULL THEN i.calibre ELSE d.calibre END AS calibre,
       CASE WHEN i.record_id IS NULL THEN i.type ELSE d.type END AS type
     FROM saved_item i LEFT JOIN reading d ON d.record_id = i.record_id JOIN agency a ON a.id = i.agency_id
     WHERE i.id = $1 AND (i.record_id IS NULL OR d.record_id IS NOT NULL)`,
    [id],
  )
  return rows[0] ?? null
}

async function readRecordsByKeys(client: pg.ClientBase, keys: readonly number[]): Promise<HiddenRecord[]> {
  const { rows } = await client.query<Omit<HiddenRecord, 'readers'> & { readers: string[]; ends: Date[] }>(
    `SELECT p.record_id AS record, d.skeleton, d.make, d.calibre, d.type, c.agency_id AS agency,
       c.source_visibility AS "sourceVisibility", c.handling, c.readers, c.reader_ends AS ends
     FROM posting p JOIN reading d ON d.record_id = p.record_id JOIN visibility c ON c.id = p.vis
     WHERE p.key = ANY ($1::int4[])`,
    [keys],
  )
  return rows.map(({ readers, ends, ...row }) => ({ ...row, readers: classReaders(readers, ends) }))
}

/** The agencies whose records fit and are hidden from the asker; silent sources apart from those that point. */
function ownersOf(saved: SavedItem, records: readonly HiddenRecord[], now: Date): Owner[] {
  const owners = new Map<string, Owner>()
  for (const each of records) {
    if (mayRead(saved.agency, each, now) || !fitsForPointer(saved, each)) continue
    const silent = each.sourceVisibility === 'silent'
    const owner = owners.get(`${each.agency} ${silent}`) ?? { agency: each.agency, silent, records: [] }
    owner.records.push(each.record)
    owners.set(`${each.agency} ${silent}`, owner)
  }
  return [...owners.values()]
}

const ownersNow = async (client: pg.ClientBase, saved: SavedItem, now: Date): Promise<Owner[]> =>
  ownersOf(saved, await readRecordsByKeys(client, exactKeys({ skeleton: saved.skeleton })), now)

/** The handles that were given of a saved item to whose owners it still points. */
export async function standingHandles(client: pg.ClientBase, savedItem: string, now: Date): Promise<string[]> {
  const saved = await readSavedItem(client, savedItem)
  const owners = saved ? await ownersNow(client, saved, now) : []
  const { rows } = await client.query<{ handle: string }>(
    'SELECT handle FROM pointer WHERE saved_item_id = $1 AND NOT silent AND owner_agency_id = ANY ($2::uuid[])',
    [savedItem, owners.filter(({ silent }) => !silent).map(({ agency }) => agency)],
  )
  return rows.map(({ handle }) => handle)
}

/** The handle that this owner's desk was told of, now or when the same was asked before. */
async function tellOwner(client: pg.ClientBase, saved: SavedItem, { agency, silent, records }: Owner): Promise<string> {
  const { rows } = await client.query<{ handle: string }>(
    'SELECT handle FROM pointer WHERE saved_item_id = $1 AND owner_agency_id = $2 AND silent = $3',
    [saved.id, agency, silent],
  )
  if (rows[0]) return rows[0].handle
  const handle = randomUUID()
  await client.query(
    'INSERT INTO pointer (handle, saved_item_id, owner_agency_id, silent, records) VALUES ($1, $2, $3, $4, $5::uuid[])',
    [handle, saved.id, agency, silent, records],
  )
  await client.query(
    'INSERT INTO notice (id, agency_id, kind, asker_agency_id, reference, handle) VALUES ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), agency, silent ? 'silent_match' : 'pointer_given', saved.agency, saved.reference, handle],
  )
  return handle
}

async function deskOf(client: pg.ClientBase, agency: string): Promise<{ agency: string; contact: string }> {
  const { rows } = await client.query<{ agency: string; contact: string }>(
    'SELECT name AS agency, desk AS contact FROM agency WHERE id = $1',
    [agency],
  )
  return rows[0]!
}

/**
 * The matching process's answer to a saved item: which agencies hold a record that fits and is hidden from the asker.
 * Their desks are told who asked and under which reference, never what; a silent source's desk is told and the asker is
 * not. A disclosure, so its entry is written before the answer leaves. What the asker is told is kept for their agency.
 */
export async function answerSavedItem(pool: pg.Pool, savedItem: string, now: Date): Promise<PointerLine[]> {
  return inTransaction(pool, async (client) => {
    const saved = await readSavedItem(client, savedItem)
    const owners = saved ? await ownersNow(client, saved, now) : []
    const account = await processAccount(client)
    const lines: PointerLine[] = []
    for (const owner of saved ? owners : []) {
      const handle = await tellOwner(client, saved!, owner)
      await writeEntry(client, { account, agency: owner.agency }, null, {
        action: 'pointer.given',
        subjects: owner.records,
        body: { reference: saved!.reference, asker: saved!.asker },
      })
      if (owner.silent) continue
      await tellAsker(client, { handle, savedItem, owner: owner.agency, now })
      lines.push({ ...(await deskOf(client, owner.agency)), handle })
    }
    await endOthers(
      client,
      savedItem,
      lines.map(({ handle }) => handle),
      now,
    )
    return lines.sort((a, b) => (a.handle < b.handle ? -1 : 1))
  })
}
