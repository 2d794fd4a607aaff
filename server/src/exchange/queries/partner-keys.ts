import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** The public keys of a partner for this use that are pinned, valid at the moment and not revoked. */
export async function partnerKeys(
  { query }: Pick<ReaderTransaction, 'query'>,
  partner: string,
  use: 'message' | 'envelope',
  at: Date,
): Promise<Buffer[]> {
  const rows = await query
    .selectFrom('partner_key')
    .select('key')
    .where('partner', '=', partner)
    .where('use', '=', use)
    .where('revoked_at', 'is', null)
    .where((the) => the.or([the('valid_from', 'is', null), the('valid_from', '<=', at)]))
    .where((the) => the.or([the('valid_to', 'is', null), the('valid_to', '>', at)]))
    .orderBy('added_at', 'desc')
    .orderBy('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Whose certificate this is; null where it is nobody's or was revoked. */
export async function partnerByCertificate(
  { query }: Pick<ReaderTransaction, 'query'>,
  fingerprint: string,
): Promise<string | null> {
  const found = await query
    .selectFrom('partner_certificate')
    .select('partner')
    .where('fingerprint', '=', fingerprint)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return found?.partner ?? null
}

/** The fingerprints by which a partner is known at this moment. */
export async function partnerCertificates(
  { query }: Pick<ReaderTransaction, 'query'>,
  partner: string,
): Promise<string[]> {
  const rows = await query
    .selectFrom('partner_certificate')
    .select('fingerprint')
    .where('partner', '=', partner)
    .where('revoked_at', 'is', null)
    .execute()
  return rows.map(({ fingerprint }) => fingerprint)
}
