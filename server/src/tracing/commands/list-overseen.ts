import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { overseenBy } from '../../access/queries/overseen-by.ts'
import { type OverseenFinding, overseenFindings } from '../queries/overseen-findings.ts'

export interface Overseen {
  /** Agencies whose custody the reader oversees. */
  readonly oversees: readonly string[]
  readonly findings: readonly OverseenFinding[]
}

/**
 * What speaks against the custodies that the reader oversees; nothing for anybody else. Seeing it is an entry of the log.
 * Throws `role_needed`.
 */
export async function listOverseen(context: Context): Promise<Overseen> {
  const { client, reader, audit } = context
  needRole(reader, READERS)
  const oversees = (await overseenBy(client, reader.account)).map(({ name }) => name)
  const findings = await overseenFindings(context)
  if (findings.length > 0) await audit({ action: 'oversight.findings_seen', subjects: findings.map(({ id }) => id) })
  return { oversees, findings }
}
