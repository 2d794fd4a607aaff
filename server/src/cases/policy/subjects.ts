import type { NodeKind } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { SEE_SUBJECTS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * May the reader see who the persons of an inquiry are? Those who inquire, who trace and who answer for the data; analysts see
 * that there is a person (decision 43). Which cases they are of is a matter of their compartments.
 */
export const seesSubjects = (reader: Reader): boolean =>
  reader.installer || SEE_SUBJECTS.some((role) => reader.roles.includes(role))

/** Throws `role_needed` where one of these is a person and the reader may not see persons. */
export function needSightOf(reader: Reader, ...kinds: readonly NodeKind[]): void {
  if (kinds.includes('person')) needRole(reader, SEE_SUBJECTS)
}

/** What an agency said, its people alone withdraw, keep or erase. Throws `not_your_agency`. */
export function needOwn(reader: Reader, agency: { readonly id: string; readonly name: string }): void {
  if (!ownsSaid(reader, agency.id)) throw new ProofmarkError('not_your_agency', { agency: agency.name })
}

export const ownsSaid = (reader: Reader, agency: string | null): boolean =>
  reader.installer || (agency !== null && reader.agency?.id === agency)
