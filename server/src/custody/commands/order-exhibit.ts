import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type {
  custodyExplainRequest,
  custodyHoldRequest,
  custodyLiftRequest,
  custodyOrderRequest,
} from '@proofmark/contract/schemas/custody'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needOwner } from '../policy/exhibit-owner.ts'
import { holdExhibits } from '../queries/exhibit.ts'

type Said<Request extends z.ZodType> = Omit<z.output<Request>, 'grounds'>
export interface Done {
  readonly id: string
  readonly at: Date
}

/** When this was said before; null where it was not. Throws `custody_id_used` where the identifier stands for another. */
async function before(
  { client }: Context,
  { table, at }: { readonly table: 'custody_order' | 'custody_hold' | 'custody_explanation'; readonly at: string },
  id: string,
  exhibit: string,
): Promise<Done | null> {
  const { rows } = await client.query<{ exhibit: string; at: Date }>(
    `SELECT exhibit_id AS exhibit, ${at} AS at FROM ${table} WHERE id = $1`,
    [id],
  )
  if (!rows[0]) return null
  if (rows[0].exhibit !== exhibit) throw new ProofmarkError('custody_id_used', { id })
  return { id, at: rows[0].at }
}

/** Records an order of a court or an authority. Throws `role_needed`, `not_found`, `not_your_agency`, `custody_id_used`. */
export async function orderExhibit(context: Context, said: Said<typeof custodyOrderRequest>): Promise<Done> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  await needOwner(context, exhibit!)
  const known = await before(context, { table: 'custody_order', at: 'recorded_at' }, said.id, exhibit!.id)
  if (known) return known
  const { id, kind, authority, reference, on, until = null, conditions = null, scan = null } = said
  const { rows } = await client.query<{ at: Date }>(
    `INSERT INTO custody_order (id, exhibit_id, vis, kind, authority, reference, ordered_on, until, conditions, scan, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING RETURNING recorded_at AS at`,
    [id, exhibit!.id, exhibit!.vis, kind, authority, reference, on, until, conditions, scan, reader.account],
  )
  if (!rows[0]) throw new ProofmarkError('custody_id_used', { id })
  await audit({ action: 'custody.ordered', subjects: [exhibit!.id, id], body: { kind, from: authority, reference } })
  return { id, at: rows[0].at }
}

/** Says why an exhibit must stay. Throws `role_needed`, `not_found`, `custody_id_used`. */
export async function holdExhibit(context: Context, said: Said<typeof custodyHoldRequest>): Promise<Done> {
  const { client, reader, audit } = context
  needRole(reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  const known = await before(context, { table: 'custody_hold', at: 'placed_at' }, said.id, exhibit!.id)
  if (known) return known
  const { id, kind, why } = said
  const { rows } = await client.query<{ at: Date }>(
    `INSERT INTO custody_hold (id, exhibit_id, vis, kind, why, placed_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO NOTHING RETURNING placed_at AS at`,
    [id, exhibit!.id, exhibit!.vis, kind, why, reader.account],
  )
  if (!rows[0]) throw new ProofmarkError('custody_id_used', { id })
  await audit({ action: 'custody.held', subjects: [exhibit!.id, id], body: { kind, why } })
  return { id, at: rows[0].at }
}

/** Lifts a hold, with the reason. Throws `role_needed`, `not_found`. */
export async function liftHold(context: Context, said: Said<typeof custodyLiftRequest>): Promise<Done> {
  const { client, reader, audit } = context
  needRole(reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  const { hold, why } = said
  const found = await client.query('SELECT FROM custody_hold WHERE id = $1 AND exhibit_id = $2', [hold, exhibit!.id])
  if (!found.rowCount) throw new ProofmarkError('not_found', { what: hold })
  const made = await client.query(
    `INSERT INTO custody_hold_lift (hold_id, exhibit_id, vis, why, lifted_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (hold_id) DO NOTHING`,
    [hold, exhibit!.id, exhibit!.vis, why, reader.account],
  )
  const { rows } = await client.query<{ at: Date }>(
    'SELECT lifted_at AS at FROM custody_hold_lift WHERE hold_id = $1',
    [hold],
  )
  if (made.rowCount) await audit({ action: 'custody.hold_lifted', subjects: [exhibit!.id, hold], body: { why } })
  return { id: hold, at: rows[0]!.at }
}

/** Sets an explanation beside a break, which it does not mend. Answers the exhibit. Throws `role_needed`, `not_found`, `custody_id_used`. */
export async function explainBreak(context: Context, said: Said<typeof custodyExplainRequest>): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  if (await before(context, { table: 'custody_explanation', at: 'said_at' }, said.id, exhibit!.id)) return exhibit!.id
  const { id, event, code, why } = said
  const found = await client.query('SELECT FROM custody_event WHERE id = $1 AND exhibit_id = $2', [event, exhibit!.id])
  if (!found.rowCount) throw new ProofmarkError('not_found', { what: event })
  const made = await client.query(
    `INSERT INTO custody_explanation (id, exhibit_id, event_id, vis, code, why, said_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO NOTHING`,
    [id, exhibit!.id, event, exhibit!.vis, code, why, reader.account],
  )
  if (made.rowCount === 0) throw new ProofmarkError('custody_id_used', { id })
  await audit({ action: 'custody.explained', subjects: [exhibit!.id, id], body: { event, code, why } })
  return exhibit!.id
}
