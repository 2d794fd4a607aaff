import { X509Certificate } from 'node:crypto'
import type { Context } from '../../access/context.ts'
import type { NodeKeys } from '../keys/node-keys.ts'

/** Notes until when the certificate holds that this node shows to partners, so that somebody renews it in time. */
export async function noteOwnCertificate({ query }: Context, { fingerprint, tls }: NodeKeys): Promise<void> {
  const ends = new Date(new X509Certificate(tls.cert).validTo)
  await query
    .insertInto('own_certificate')
    .values({ fingerprint, ends_at: ends })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
