import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import { ASKERS, DESKS } from '@proofmark/contract/route'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/** A question has an agency on either side: whoever works for none, as the installer's shell, neither asks nor answers. */
function agencyOf(reader: Reader, roles: readonly Role[]): Agency {
  needRole(reader, roles)
  if (!reader.agency) throw new ProofmarkError('role_needed', { role: roles.join(', ') })
  return reader.agency
}

/** The agency in whose name the reader may ask, and withdraw what was asked. Throws `role_needed`. */
export const askersAgency = (reader: Reader): Agency => agencyOf(reader, ASKERS)

/**
 * The agency for whose desk the reader may answer. A data steward may, who decides what becomes of the agency's records;
 * a recorder may not, who writes records down and has no part in inquiries. Throws `role_needed`.
 */
export const desksAgency = (reader: Reader): Agency => agencyOf(reader, DESKS)

/** May the reader see the questions of their agency's desk? */
export const seesQuestions = ({ installer, roles }: Reader): boolean =>
  installer || DESKS.some((role) => roles.includes(role))
