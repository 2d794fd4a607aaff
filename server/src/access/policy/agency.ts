import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import { READERS } from '@proofmark/contract/route'
import type { Reader } from '../context.ts'
import { needRole } from './role.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Throws `not_your_agency` unless the reader belongs to the agency (or is the installer's shell). */
export function needAgency(reader: Reader, agency: Named): void {
  if (reader.installer || reader.agency?.id === agency.id) return
  throw new ProofmarkError('not_your_agency', { agency: agency.name })
}

/**
 * Throws unless the reader may say who oversees the custody of this agency: an administrator, or a data steward of its
 * own. Throws `role_needed`, `not_your_agency`.
 */
export function needOverseerNaming(reader: Reader, agency: Named | null): void {
  needRole(reader, ['data_steward', 'administrator'])
  if (agency && !reader.roles.includes('administrator')) needAgency(reader, agency)
}

/**
 * Throws `role_needs_agency` for the first of these roles that works with records, where the person works for no agency:
 * every record is some agency's, so there would be none to work with.
 */
export function needAgencyFor(
  roles: readonly Role[],
  person: { readonly name: string; readonly agency: string | null },
) {
  const role = roles.find((each) => READERS.some((reader) => reader === each))
  if (role !== undefined && person.agency === null)
    throw new ProofmarkError('role_needs_agency', { account: person.name, role })
}
