import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { needWithdrawer } from '../policy/release.ts'
import { findRelease, type KnownRelease } from '../queries/find-release.ts'
import { namedOfficer } from '../queries/named-officer.ts'
import { lastDay } from '../rules/release-end.ts'
import { holdRelease } from './hold-release.ts'
import { placeRecords } from './place-records.ts'

export interface WithdrawnRelease {
  readonly release: string
  readonly withdrawnAt: Date
}

/** The release, for whoever may withdraw it; another's, that neither gave nor received it, does not exist. */
async function needRelease(context: Context, id: string): Promise<KnownRelease> {
  const { reader } = context
  const found = await findRelease(context, id)
  const concerned =
    reader.installer || reader.agency?.id === found?.owner.id || reader.agency?.id === found?.receiver.id
  if (!found || !concerned) throw new ProofmarkError('not_found', { what: id })
  needWithdrawer(reader, found.owner, await namedOfficer(context, found.owner.id))
  return found
}

/**
 * Withdraws a release of the reader's agency: from this moment on the other agency sees nothing of its records that it
 * may not see by another right. One that is withdrawn stays so, since the same moment. Throws `role_needed`,
 * `not_found`, `not_your_agency` for one that was received, `release_ended`, `records_moved`.
 */
export async function withdrawRelease(context: Context, release: string): Promise<WithdrawnRelease> {
  const { query, reader, now, audit } = context
  const { id, receiver } = await needRelease(context, release)
  const records = await holdRelease(context, id)
  // Read again: somebody else may have withdrawn it while this one waited for the turn.
  const { endsAt, withdrawnAt } = (await findRelease(context, id))!
  if (withdrawnAt) return { release: id, withdrawnAt }
  if (endsAt <= now) throw new ProofmarkError('release_ended', { until: lastDay(endsAt) })
  const withdrawn = await query
    .updateTable('release')
    .set({ withdrawn_by: reader.account, withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .returning(sql<Date>`withdrawn_at`.as('at'))
    .executeTakeFirstOrThrow()
  await placeRecords(context, records, now)
  await audit({ action: 'release.withdrawn', subjects: [id, ...records], body: { agency: receiver.name } })
  return { release: id, withdrawnAt: withdrawn.at }
}
