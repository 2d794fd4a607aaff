import { DESKS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

interface MadeBy {
  readonly judgedBy: string
  readonly agencyId: string | null
}

/**
 * May the reader judge what two records, which they may both see, are to each other? A recorder may not, who writes
 * records down and has no part in inquiries. Throws `role_needed`.
 */
export const needJudge = (reader: Reader): void => needRole(reader, DESKS)

const isSteward = ({ installer, roles }: Reader) => installer || roles.includes('data_steward')

/**
 * May the reader take a verdict back? Whoever made it may, and a data steward of the agency in whose name it was made.
 * Others judge anew: the last verdict counts.
 */
export function mayWithdraw(reader: Reader, { judgedBy, agencyId }: MadeBy): boolean {
  if (reader.account === judgedBy) return true
  return isSteward(reader) && (reader.installer || reader.agency?.id === agencyId)
}

/** May the reader be the second person of a verdict? Whoever may judge and did not make it. */
export function maySecond(reader: Reader, { judgedBy }: MadeBy): boolean {
  return reader.account !== judgedBy && (reader.installer || DESKS.some((role) => reader.roles.includes(role)))
}
