import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { joinsOf } from '../queries/joins.ts'
import { findRecovery, standingOf, versionsOf } from '../queries/recoveries.ts'

export interface JoinInput {
  readonly recovery: string
  readonly other: string
  readonly verdict: 'same' | 'different' | 'withdrawn'
  readonly why: string
}

export interface Joined {
  readonly recovery: string
  readonly other: string
  readonly number: number
}

/**
 * Says that two recoveries are reports of one incident, that they are not, or takes back what was said. Both stay as they
 * are; what was said last counts. The same said again changes nothing. Throws `not_found`, `not_your_agency`,
 * `recovery_of_itself`, and `recovery_anonymous` for a surrender without identity, which is joined with nothing.
 */
export async function joinRecoveries(context: Context, input: JoinInput): Promise<Joined> {
  const { client, query, reader, audit } = context
  const [recovery, other] = [input.recovery.toLowerCase(), input.other.toLowerCase()].sort() as [string, string]
  if (recovery === other) throw new ProofmarkError('recovery_of_itself')
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`join ${recovery} ${other}`])
  let vis = 0
  for (const id of [other, recovery]) {
    const found = await findRecovery(context, id)
    if (!found) throw new ProofmarkError('not_found', { what: id })
    needAgency(reader, { id: found.agency, name: found.agencyName })
    if (standingOf(await versionsOf(context, id))?.form.anonymous)
      throw new ProofmarkError('recovery_anonymous', { field: id })
    vis = found.vis
  }
  const last = (await joinsOf(context, recovery)).get(other)
  const { verdict, why } = input
  if (last && last.verdict === verdict && last.why === why) return { recovery, other, number: last.number }
  const number = (last?.number ?? 0) + 1
  await query
    .insertInto('recovery_join')
    .values({ recovery_id: recovery, other_id: other, number, vis, verdict, why, joined_by: reader.account })
    .execute()
  await audit({ action: 'recovery.joined', subjects: [recovery, other], body: { verdict, why } })
  return { recovery, other, number }
}
