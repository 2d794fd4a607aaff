import type pg from 'pg'

/** What was told stands so long, unless it is asked for again or ends before. */
const TOLD_DAYS = 365
const DAY_MS = 86_400_000

export interface ToldPointer {
  readonly handle: string
  /** Of the question that it answers. */
  readonly savedItem: string
  readonly owner: string
  readonly now: Date
}

/** Keeps what the asker is about to be told, in their agency's own class; told again, it stands anew. */
export async function tellAsker(client: pg.ClientBase, { handle, savedItem, owner, now }: ToldPointer): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO pointer_told (handle, vis, agency_id, record_id, request_id, contact_agency_id, told_at, until)
     SELECT $1, c.id, i.agency_id, i.record_id, i.request_id, $3, $4, $5
     FROM saved_item i
     JOIN visibility c ON c.agency_id = i.agency_id AND c.source_visibility = 'pointer' AND c.handling = 'H0'
       AND c.readers = '{}' AND c.compartment_id IS NULL
     WHERE i.id = $2
     ON CONFLICT (handle) DO UPDATE SET told_at = excluded.told_at, until = excluded.until, ended_at = NULL`,
    [handle, savedItem, owner, now, new Date(now.getTime() + TOLD_DAYS * DAY_MS)],
  )
  if (rowCount !== 1) throw new Error(`The agency that asked by ${savedItem} has no class of its own.`)
}

/** What was told of a question ends where it is not among these handles any more. */
export async function endOthers(
  client: pg.ClientBase,
  savedItem: string,
  standing: readonly string[],
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE pointer_told SET ended_at = $3
     WHERE ended_at IS NULL AND handle <> ALL ($2::uuid[])
       AND handle IN (SELECT handle FROM pointer WHERE saved_item_id = $1)`,
    [savedItem, standing, now],
  )
}
