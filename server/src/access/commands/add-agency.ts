import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'

export interface NewAgency {
  readonly name: string
  /** Whom another agency may ask. */
  readonly desk: string
}

export interface Agency {
  readonly id: string
  readonly name: string
}

/** The agency of this name, or null. */
export async function findAgency({ query }: Context, name: string): Promise<Agency | null> {
  const found = await query.selectFrom('agency').select(['id', 'name']).where('name', '=', name).executeTakeFirst()
  return found ?? null
}

/** Adds an agency of this installation's own state. Throws `name_taken`, `role_needed`. */
export async function addAgency(context: Context, { name, desk }: NewAgency): Promise<Agency> {
  needRole(context.reader, ['administrator'])
  if (await findAgency(context, name)) throw new ProofmarkError('name_taken', { value: name })
  const id = randomUUID()
  await context.query.insertInto('agency').values({ id, name, desk, country: null }).execute()
  await context.audit({ action: 'agency.added', subjects: [id], body: { name } })
  return { id, name }
}
