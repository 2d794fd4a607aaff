import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'
import { findAgency } from './add-agency.ts'

export interface NewAccount {
  readonly name: string
  readonly agency: string
  readonly roles: readonly Role[]
}

/** Adds a person to an agency, with roles. Throws `agency_unknown`, `name_taken`, `role_needed`. */
export async function addAccount(context: Context, { name, agency, roles }: NewAccount): Promise<string> {
  needRole(context.reader, ['administrator'])
  const employer = await findAgency(context, agency)
  if (!employer) throw new ProofmarkError('agency_unknown', { value: agency })
  const taken = await context.query.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst()
  if (taken) throw new ProofmarkError('name_taken', { value: name })
  const id = randomUUID()
  await context.query
    .insertInto('account')
    .values({ id, agency_id: employer.id, name, kind: 'person', disabled_at: null })
    .execute()
  for (const role of roles) await context.query.insertInto('account_role').values({ account_id: id, role }).execute()
  await context.audit({ action: 'account.added', subjects: [id], body: { name, roles } })
  return id
}
