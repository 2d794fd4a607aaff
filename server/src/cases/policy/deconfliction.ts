import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { namedOfficer } from '../../access/queries/named-officer.ts'

/** May the reader hear what met with silent sources and cases of their agency? As with notices of silent matches. */
export async function isSilentOfficer(context: Context): Promise<boolean> {
  const { reader } = context
  if (reader.agency === null || !reader.roles.some((role) => (READERS as readonly string[]).includes(role)))
    return false
  const officer = await namedOfficer(context, reader.agency.id)
  return officer === null ? reader.roles.includes('data_steward') : officer === reader.account
}

/** The agency whose officer the reader is. Throws `role_needed`, and `deconfliction_officer_only` for anybody else. */
export async function officersAgency(context: Context): Promise<string> {
  const { reader } = context
  needRole(reader, READERS)
  if (reader.agency === null || !(await isSilentOfficer(context)))
    throw new ProofmarkError('deconfliction_officer_only')
  return reader.agency.id
}
