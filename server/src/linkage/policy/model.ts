import { ProofmarkError } from '@proofmark/contract/errors'
import { MODELLERS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/** May the reader propose a model? Throws `role_needed`. */
export const needModeller = (reader: Reader): void => needRole(reader, MODELLERS)

/** May the reader approve a model that this account proposed? A second person must; the start model nobody proposed. */
export const maySetStanding = (reader: Reader, proposer: string | null): boolean =>
  reader.account !== proposer && (reader.installer || MODELLERS.some((role) => reader.roles.includes(role)))

/** Throws `role_needed`, `model_own`. */
export function needOther(reader: Reader, model: string, proposer: string | null): void {
  needModeller(reader)
  if (!maySetStanding(reader, proposer)) throw new ProofmarkError('model_own', { model })
}
