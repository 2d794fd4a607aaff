import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../context.ts'
import { needAgencyFor } from '../policy/agency.ts'
import { needRole } from '../policy/role.ts'
import { isAlikeToOne } from '../rules/name-key.ts'
import { findAgency } from './add-agency.ts'
import { type GivenLink, giveLink } from './give-link.ts'
import { writeRequest } from './request-role.ts'

export interface Invitation {
  readonly name: string
  /** Name of the agency; null for somebody who works for none. */
  readonly agency: string | null
  readonly roles: readonly Role[]
}

/**
 * Adds a person, requests their roles, and gives the link by which they set how they sign in. Throws `role_needed`,
 * `agency_unknown`, `role_needs_agency`, and `name_taken` also for a name that the eye cannot tell from another.
 */
export async function inviteAccount(
  context: Context,
  { name, agency, roles }: Invitation,
): Promise<GivenLink & { readonly id: string }> {
  const { client, reader, audit } = context
  needRole(reader, ['administrator'])
  const employer = agency === null ? null : await findAgency(context, agency)
  if (agency !== null && !employer) throw new ProofmarkError('agency_unknown', { value: agency })
  needAgencyFor(roles, { name, agency })
  const others = await client.query<{ name: string }>('SELECT name FROM account')
  if (
    isAlikeToOne(
      name,
      others.rows.map((each) => each.name),
    )
  )
    throw new ProofmarkError('name_taken', { value: name })
  const id = randomUUID()
  const added = await client.query(
    `INSERT INTO account (id, agency_id, name, kind) VALUES ($1, $2, $3, 'person') ON CONFLICT (name) DO NOTHING`,
    [id, employer?.id ?? null, name],
  )
  if (added.rowCount === 0) throw new ProofmarkError('name_taken', { value: name })
  await audit({ action: 'account.invited', subjects: [id], body: { name, agency, roles } })
  for (const role of new Set(roles)) await writeRequest(context, id, role)
  return { id, ...(await giveLink(context, id, 'invitation')) }
}
