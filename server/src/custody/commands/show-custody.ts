import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { custodyListRequest } from '@proofmark/contract/schemas/custody'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CustodyView, custodyOf } from '../queries/custody-view.ts'
import { needExhibit, needExhibits } from '../queries/exhibit.ts'

/** The custody of an exhibit; that it was looked at is an entry of the log. Throws `role_needed`, `label_unreadable`, `not_found`. */
export async function showCustody(context: Context, code: string): Promise<CustodyView> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const exhibit = await needExhibit(context, code)
  const [view] = await custodyOf(context, [exhibit])
  await context.audit({ action: 'custody.shown', subjects: [exhibit.id] })
  return view!
}

export type ListAsked = Omit<z.output<typeof custodyListRequest>, 'grounds'>

/** Which exhibits stand in a list, for the agency $1 (null: whoever runs the machine) and the place $2. */
const LISTS: Readonly<Record<ListAsked['list'], string>> = {
  ours: 's.ended IS NULL AND ($1::uuid IS NULL OR s.agency_id = $1)',
  offered: 's.offered_agency_id IS NOT NULL AND ($1::uuid IS NULL OR s.offered_agency_id = $1)',
  stored: 's.ended IS NULL AND s.storage_id IS NOT NULL AND ($1::uuid IS NULL OR s.agency_id = $1)',
  ended: 's.ended IS NOT NULL AND ($1::uuid IS NULL OR e.agency_id = $1)',
}

/** A page of exhibits, in the order of their identifiers, and where the next one begins. Throws `role_needed`. */
export async function listCustody(
  context: Context,
  asked: ListAsked,
): Promise<{ readonly exhibits: readonly CustodyView[]; readonly next: string | null }> {
  const { client, reader, audit } = context
  const { list, storage = null, after = null, limit } = asked
  needRole(reader, CUSTODY_KEEPERS)
  const { rows } = await client.query<{ id: string }>(
    `SELECT s.exhibit_id AS id FROM custody_standing s JOIN exhibit e ON e.id = s.exhibit_id
     WHERE ${LISTS[list]} AND ($2::uuid IS NULL OR s.storage_id = $2) AND ($3::uuid IS NULL OR s.exhibit_id > $3)
     ORDER BY s.exhibit_id LIMIT $4`,
    [reader.agency?.id ?? null, storage, after, limit + 1],
  )
  const page = rows.slice(0, limit).map(({ id }) => id)
  const exhibits = page.length === 0 ? [] : await custodyOf(context, await needExhibits(context, page), 'line')
  await audit({ action: 'custody.listed', body: { list } })
  return { exhibits, next: rows.length > limit ? (page.at(-1) ?? null) : null }
}
