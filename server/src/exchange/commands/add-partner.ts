import { ProofmarkError } from '@proofmark/contract/errors'
import type { NodeIdentity, PartnerFile, PinnedKey } from '@proofmark/contract/schemas/partner'
import { canonicalJson } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'
import { agreementsOf } from '../queries/find-partner.ts'

export interface PartnerAdded {
  readonly partner: string
  /** Of the agreement. */
  readonly version: number
}

const momentOf = (stated: string | null): Date | null => (stated === null ? null : new Date(stated))

/**
 * Takes a partner's file over: a new partner, or what is new of one. Certificates and keys that the file no longer names are
 * revoked; terms that differ from the last are a new version of the agreement, and the earlier ones stay. Throws
 * `role_needed`, and `name_taken` for a certificate or key that another partner is known by.
 */
export async function addPartner(context: Context, file: PartnerFile): Promise<PartnerAdded> {
  needPartnerKeeper(context.reader)
  const { query, reader } = context
  const { name, country, endpoint, contacts, identity } = file
  const partner = identity.node
  const stated = { name, endpoint, contacts: JSON.stringify(contacts) }
  await query
    .insertInto('partner')
    .values({ short: partner, country, added_by: reader.account, ...stated })
    .onConflict((conflict) => conflict.column('short').doUpdateSet(stated))
    .execute()
  await pinIdentity(context, identity)
  const version = await agree(context, partner, file.agreement)
  await context.audit({ action: 'partner.added', body: { partner, name, version } })
  return { partner, version }
}

/**
 * Knows a partner by these certificates and keys and by no others: what is no longer named is revoked, and never comes
 * back. Throws `name_taken` for what another partner is known by.
 */
export async function pinIdentity(context: Context, identity: NodeIdentity): Promise<void> {
  const { node, certificates, messageKeys, envelopeKeys } = identity
  await pinCertificates(context, node, certificates)
  await pinKeys(context, node, 'message', messageKeys)
  await pinKeys(context, node, 'envelope', envelopeKeys)
}

async function pinCertificates(
  { query, now }: Context,
  partner: string,
  certificates: readonly string[],
): Promise<void> {
  await query
    .updateTable('partner_certificate')
    .set({ revoked_at: now })
    .where('partner', '=', partner)
    .where('revoked_at', 'is', null)
    .where('fingerprint', 'not in', [...certificates])
    .execute()
  for (const fingerprint of new Set(certificates)) {
    // One that was revoked stays so: it may be in other hands.
    await query
      .insertInto('partner_certificate')
      .values({ fingerprint, partner, revoked_at: null })
      .onConflict((conflict) => conflict.column('fingerprint').doNothing())
      .execute()
    const kept = await query
      .selectFrom('partner_certificate')
      .select(['partner', 'revoked_at'])
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirstOrThrow()
    if (kept.partner !== partner || kept.revoked_at !== null)
      throw new ProofmarkError('name_taken', { value: fingerprint })
  }
}

async function pinKeys(
  { query, now }: Context,
  partner: string,
  use: 'message' | 'envelope',
  keys: readonly PinnedKey[],
): Promise<void> {
  const raw = new Map(keys.map((each) => [each.key, Buffer.from(each.key, 'base64url')]))
  await query
    .updateTable('partner_key')
    .set({ revoked_at: now })
    .where('partner', '=', partner)
    .where('use', '=', use)
    .where('revoked_at', 'is', null)
    .where('key', 'not in', [...raw.values()])
    .execute()
  for (const { key, from, to } of keys) {
    await query
      .insertInto('partner_key')
      .values({
        partner,
        use,
        key: raw.get(key)!,
        valid_from: momentOf(from),
        valid_to: momentOf(to),
        revoked_at: null,
      })
      .onConflict((conflict) => conflict.columns(['use', 'key']).doNothing())
      .execute()
    const kept = await query
      .updateTable('partner_key')
      .set({ valid_to: momentOf(to) })
      .where('partner', '=', partner)
      .where('use', '=', use)
      .where('key', '=', raw.get(key)!)
      .where('revoked_at', 'is', null)
      .returning('partner')
      .executeTakeFirst()
    if (!kept) throw new ProofmarkError('name_taken', { value: key })
  }
}

async function agree(context: Context, partner: string, terms: PartnerFile['agreement']): Promise<number> {
  const versions = await agreementsOf(context, partner)
  const last = versions.at(-1)
  // PostgreSQL keeps the members of an object in an order of its own.
  if (last && canonical(last.terms) === canonical(terms)) return last.version
  const version = (last?.version ?? 0) + 1
  await context.query
    .insertInto('agreement')
    .values({
      partner,
      version,
      terms: JSON.stringify(terms),
      valid_from: terms.validFrom,
      valid_to: terms.validTo,
      review_on: terms.reviewOn,
      made_by: context.reader.account,
    })
    .execute()
  await context.audit({
    action: 'agreement.made',
    body: { partner, version, basis: terms.legalBasis, classes: terms.dataClasses },
  })
  return version
}

const canonical = (value: PartnerFile['agreement']): string => Buffer.from(canonicalJson(value)).toString()
