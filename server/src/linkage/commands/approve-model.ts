import { ProofmarkError } from '@proofmark/contract/errors'
import { START_MODEL } from '@proofmark/matching/model'
import type { Context } from '../../access/context.ts'
import { MOMENT } from '../../store/moment-number.ts'
import { needModeller, needOther } from '../policy/model.ts'
import { standingVersion } from '../queries/standing-balance.ts'

/** Who proposed a model; null for the start model. Throws `not_found`. */
async function proposerOf({ client }: Context, version: string): Promise<string | null> {
  if (version === START_MODEL.version) return null
  const { rows } = await client.query<{ proposer: string }>(
    'SELECT proposed_by AS proposer FROM learned_model WHERE version = $1',
    [version],
  )
  if (!rows[0]) throw new ProofmarkError('not_found', { what: version })
  return rows[0].proposer
}

/**
 * Makes a model the one that stands; going back to an earlier one is the same act. What is weighed from then on is
 * weighed by it, and the matching process measures anew what stands. Throws `role_needed`, `not_found`, `model_own` and
 * `model_stands`.
 */
export async function approveModel(context: Context, version: string): Promise<{ standing: string }> {
  const { client, reader, audit } = context
  needModeller(reader)
  // Two approvals have an order that both know.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('model', 0))`)
  needOther(reader, version, await proposerOf(context, version))
  const before = await standingVersion(client)
  if (before === version) throw new ProofmarkError('model_stands', { model: version })
  await client.query(
    `INSERT INTO model_approval (number, version, approved_by, agency_id)
     SELECT greatest(${MOMENT}, 1 + coalesce(max(number), 0)), $1, $2, $3 FROM model_approval`,
    [version, reader.account, reader.agency?.id ?? null],
  )
  // No records: all of them, since whoever approves sees only some.
  await client.query("INSERT INTO match_queue (records) VALUES ('{}')")
  await audit({ action: 'model.approved', body: { model: version, before } })
  return { standing: version }
}
