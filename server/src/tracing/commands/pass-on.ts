import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type OverseenFinding, overseenFindings } from '../queries/overseen-findings.ts'

export interface PassedOn {
  readonly finding: string
  /** Shown beside the finding to whoever sees it. */
  readonly note?: string | undefined
}

/**
 * Passes a finding on to those whose records bear it. What was passed on once stays so: the first note counts. Throws
 * `role_needed`, and `not_found` in the same words for a finding that is another's to pass on and one that does not exist.
 */
export async function passOn(context: Context, { finding, note }: PassedOn): Promise<OverseenFinding> {
  const { query, reader, now, audit } = context
  needRole(reader, READERS)
  const [found] = await overseenFindings(context, finding)
  if (!found) throw new ProofmarkError('not_found', { what: finding })
  const said = note?.trim() || null
  const { numUpdatedRows } = await query
    .updateTable('oversight_finding')
    .set({ passed_on_at: now, passed_on_by: reader.account, note: said })
    .where('id', '=', finding)
    .where('passed_on_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) {
    const body = { custodian: found.custodian, note: said }
    await audit({ action: 'oversight.finding_passed_on', subjects: [finding], body })
  }
  return (await overseenFindings(context, finding))[0]!
}
