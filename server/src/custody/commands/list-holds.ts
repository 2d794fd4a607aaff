import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { clearanceLetGoRequest } from '@proofmark/contract/schemas/clearance'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { namedOfficer } from '../../access/queries/named-officer.ts'
import { seesHold } from '../policy/hold.ts'
import { type Hold, holdsForUs, holdsOverseen, type OverseenHold } from '../queries/holds.ts'

export interface Holds {
  readonly ours: readonly Hold[]
  readonly overseen: readonly OverseenHold[]
}

async function ours(context: Context, hold: string | null = null): Promise<Hold[]> {
  const { reader } = context
  const officer = reader.agency ? await namedOfficer(context, reader.agency.id) : null
  return (await holdsForUs(context, hold)).filter((each) => seesHold(reader, each, officer))
}

/** What is held for traces of the reader's agency, and under the custodies that the reader oversees. Throws `role_needed`. */
export async function listHolds(context: Context): Promise<Holds> {
  needRole(context.reader, READERS)
  const holds = { ours: await ours(context), overseen: await holdsOverseen(context) }
  await context.audit({ action: 'clearance.listed', subjects: holds.ours.map(({ id }) => id) })
  return holds
}

/**
 * Says that the reader's agency needs an exhibit no longer, although its trace is open: it holds nothing any more, unless another request
 * comes. The same again changes nothing. Throws `role_needed`, `not_found`.
 */
export async function letGo(
  context: Context,
  { hold, why }: Omit<z.output<typeof clearanceLetGoRequest>, 'grounds'>,
): Promise<void> {
  const { client, reader, audit } = context
  needRole(reader, READERS)
  const [found] = await ours(context, hold)
  if (!found) throw new ProofmarkError('not_found', { what: hold })
  const made = await client.query(
    'INSERT INTO clearance_let_go (hold_id, vis, why, let_go_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [hold, found.vis, why, reader.account],
  )
  if (made.rowCount) await audit({ action: 'clearance.let_go', subjects: [hold, ...found.traces], body: { why } })
}
