import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * Witnesses a partner's ledger from the next checkpoint that it shows, whatever key signs it: for one that was put back from
 * a backup, as its keeper told in person. What was held until now is kept beside the refusals, since it goes on proving what
 * the partner once showed. Throws `role_needed`, `partner_unknown`.
 */
export async function beginWitnessAnew({ client, reader, now, audit }: Context, partner: string): Promise<void> {
  needRole(reader, ['administrator'])
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`witness of ${partner}`])
  const { rows } = await client.query<{ note: string }>(
    'SELECT note FROM witnessed_checkpoint WHERE partner = $1 ORDER BY size DESC LIMIT 1',
    [partner],
  )
  const [held] = rows
  if (!held) throw new ProofmarkError('partner_unknown', { value: partner })
  await client.query(
    `INSERT INTO witness_refusal (id, partner, reason, held, offered, older, proof, answered_at)
     VALUES ($1, $2, 'begun_anew', $3, $3, 0, '{}', $4)`,
    [randomUUID(), partner, held.note, now],
  )
  await client.query('DELETE FROM witnessed_checkpoint WHERE partner = $1', [partner])
  await client.query('DELETE FROM witnessed_ledger WHERE partner = $1', [partner])
  await audit({ action: 'exchange.witness_begun_anew', body: { partner } })
}
