import { ProofmarkError } from '@proofmark/contract/errors'
import type { IssueKind } from '@proofmark/contract/quality-words'
import { STEWARDS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { findNotice, type OpenNotice } from '../queries/notices.ts'
import { shownRecords } from '../queries/shown-records.ts'

export interface Tell {
  readonly id: string
  readonly kind: IssueKind
  readonly records: readonly string[]
  readonly note?: string | undefined
}

/**
 * Tells the agency that keeps these records that its stewards should look at them. The same sent again is told once. It
 * changes no record. Throws `role_needed`, `not_found` where the reader does not see each of them,
 * `quality_several_agencies` where they are of several, and `quality_notice_used`.
 */
export async function tellAgency(context: Context, { id, kind, records, note }: Tell): Promise<OpenNotice> {
  const { reader, query } = context
  needRole(reader, STEWARDS)
  const wanted = [...new Set(records)].sort()
  const shown = await shownRecords(context, wanted)
  const hidden = wanted.find((record) => !shown.has(record))
  if (hidden) throw new ProofmarkError('not_found', { what: hidden })
  const [agency, ...others] = new Set([...shown.values()].map(({ agencyId }) => agencyId))
  if (agency === undefined || others.length > 0) throw new ProofmarkError('quality_several_agencies')
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('quality_notice')
    .values({
      id,
      kind,
      agency_id: agency,
      records: wanted,
      note: note?.trim() || null,
      told_by: reader.account,
      told_agency_id: reader.agency?.id ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const made = await findNotice(context, id)
  if (!made || made.kind !== kind || made.records.join() !== wanted.join())
    throw new ProofmarkError('quality_notice_used', { id })
  if (numInsertedOrUpdatedRows)
    await context.audit({ action: 'quality.told', subjects: wanted, body: { kind, agency: made.to } })
  return made
}
