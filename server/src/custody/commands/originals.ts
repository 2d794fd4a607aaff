import { ProofmarkError } from '@proofmark/contract/errors'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import type { EvidenceFile } from '../queries/files.ts'
import { findRecovery } from '../queries/recoveries.ts'
import { needFile } from './begin-file.ts'

export interface GrantInput {
  readonly file: string
  readonly to: string
  readonly why: string
  readonly until: string
}

/**
 * Lets somebody of the agency have an original, until a day: a second person decides who sees what a picture says beside
 * its pixels. Throws `role_needed`, `not_found`, `not_your_agency`, and `account_own` for oneself.
 */
export async function grantOriginal(context: Context, { file, to, why, until }: GrantInput): Promise<EvidenceFile> {
  const { client, query, reader, audit } = context
  needRole(reader, [...EXHIBIT_MANAGERS, 'data_steward'])
  const found = await needFile(context, file)
  const recovery = await findRecovery(context, found.recovery)
  needAgency(reader, { id: recovery!.agency, name: recovery!.agencyName })
  if (to === reader.account) throw new ProofmarkError('account_own')
  const known = await query.selectFrom('account').select('agency_id').where('id', '=', to).executeTakeFirst()
  if (!known) throw new ProofmarkError('not_found', { what: to })
  if (known.agency_id !== recovery!.agency)
    throw new ProofmarkError('not_your_agency', { agency: recovery!.agencyName })
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${found.id}`])
  await client.query(
    `INSERT INTO original_grant (file_id, to_account, number, vis, granted_by, why, until)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 FROM original_grant WHERE file_id = $1 AND to_account = $2`,
    [found.id, to, found.vis, reader.account, why, until],
  )
  await audit({ action: 'original.granted', subjects: [found.id, found.recovery, to], body: { why, until } })
  return found
}

/**
 * Settles that the reader may have an original, and writes the entry of the log before the first byte leaves. Throws
 * `not_found`, and `original_grant_needed` without a grant of today.
 */
export async function admitToOriginal(context: Context, file: string): Promise<EvidenceFile> {
  const { client, reader, now, audit } = context
  const found = await needFile(context, file)
  const { rows } = await client.query(
    `SELECT FROM original_grant WHERE file_id = $1 AND to_account = $2 AND until >= $3::date LIMIT 1`,
    [found.id, reader.account, now.toISOString().slice(0, 10)],
  )
  if (found.state !== 'kept' || rows.length === 0) throw new ProofmarkError('original_grant_needed', { file: found.id })
  await audit({
    action: 'original.taken',
    subjects: [found.id, found.recovery],
    body: { sha256: found.sha256.toString('hex') },
  })
  return found
}

export interface Copy {
  readonly file: EvidenceFile
  readonly bytes: Buffer
}

/** A copy of a picture, whose seeing is an entry of the log. Throws `not_found`, also where there is no copy. */
export async function seeCopy(context: Context, file: string, size: 'copy' | 'preview'): Promise<Copy> {
  const found = await needFile(context, file)
  const copy = await context.query
    .selectFrom('evidence_file_copy')
    .select('content')
    .where('file_id', '=', found.id)
    .where('size', '=', size)
    .executeTakeFirst()
  if (!copy) throw new ProofmarkError('not_found', { what: file })
  await context.audit({ action: 'file.seen', subjects: [found.id, found.recovery], body: { size } })
  return { file: found, bytes: copy.content }
}
