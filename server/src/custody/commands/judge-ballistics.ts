import { ProofmarkError } from '@proofmark/contract/errors'
import { EXAMINERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { mayVerify, mayWithdrawResult } from '../policy/ballistic-result.ts'
import { comparisonOfResult, type KeptComparison, type KeptResult } from '../queries/ballistic-comparisons.ts'
import { countedLevel, stateOf } from '../rules/ballistics/result.ts'
import { needItem } from './link-ballistics.ts'
import { settleComparison } from './settle-comparison.ts'
import { holdBallistics, saidHash } from './write-ballistics.ts'

interface Found {
  readonly comparison: KeptComparison
  readonly result: KeptResult
}

async function needResult(context: Context, id: string): Promise<Found> {
  const comparison = await comparisonOfResult(context, id.toLowerCase())
  const result = comparison?.results.find((each) => each.id === id.toLowerCase())
  if (!comparison || !result) throw new ProofmarkError('not_found', { what: id })
  return { comparison, result }
}

async function write(
  context: Context,
  { comparison, result }: Found,
  kind: 'second' | 'withdrawal',
  reason: string | null,
) {
  const { query, reader, recordSecret } = context
  const [first, second] = [await needItem(context, comparison.first), await needItem(context, comparison.second)]
  await query
    .insertInto('ballistic_result')
    .values({
      id: recordId(recordSecret, `ballistic ${kind}`, result.id),
      ...{ first_id: first.id, second_id: second.id, vis: first.vis, other_vis: second.vis },
      ...{ agency_id: reader.agency?.id ?? result.agency, kind, of_id: result.id, level: null, said: null, reason },
      content_hmac: saidHash(recordSecret, { kind, of: result.id, reason }),
      by_account: reader.account,
    })
    .execute()
  await settleComparison(context, first.id, second.id)
}

/**
 * Verifies results as a second person: from now on a confirmed hit is one, and enters the lives of what it joins. One that
 * this reader verified already stays so. Answers an item of the last. Throws `role_needed`, `not_found`, `ballistic_own`,
 * `ballistic_not_waiting`.
 */
export async function verifyBallistics(
  context: Context,
  { results, note }: { readonly results: readonly string[]; readonly note?: string | undefined },
): Promise<string> {
  const { reader, audit } = context
  needRole(reader, EXAMINERS)
  await holdBallistics(context)
  let shown = ''
  for (const id of new Set(results)) {
    const found = await needResult(context, id)
    const { comparison, result } = found
    shown = comparison.first
    if (result.verified && result.verifiedBy === reader.name) continue
    if (!mayVerify(reader, result)) throw new ProofmarkError('ballistic_own', { result: id })
    if (stateOf(result) !== 'waiting') throw new ProofmarkError('ballistic_not_waiting', { result: id })
    await write(context, found, 'second', note ?? null)
    const subjects = [comparison.first, comparison.second]
    await audit({ action: 'ballistic.verified', subjects, body: { level: result.says } })
  }
  return shown
}

/**
 * Withdraws a result: it stays on record with the reason, and what it alone had joined comes apart. One that was withdrawn
 * already stays so. Answers an item of it. Throws `role_needed`, `not_found`, `ballistic_not_yours`.
 */
export async function withdrawBallistics(
  context: Context,
  { result: id, reason }: { readonly result: string; readonly reason: string },
): Promise<string> {
  const { reader, audit } = context
  needRole(reader, EXAMINERS)
  await holdBallistics(context)
  const found = await needResult(context, id)
  const { comparison, result } = found
  if (!mayWithdrawResult(reader, result)) throw new ProofmarkError('ballistic_not_yours')
  if (!result.withdrawn) {
    await write(context, found, 'withdrawal', reason)
    const subjects = [comparison.first, comparison.second]
    await audit({ action: 'ballistic.withdrawn', subjects, body: { level: countedLevel(result), why: reason } })
  }
  return comparison.first
}
