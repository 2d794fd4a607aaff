import type { Say } from '@proofmark/contract/messages'
import type { ListedPartner, NodeIdentity, PartnerShown } from '@proofmark/contract/schemas/partner'
import { keyName } from '../keys/raw-keys.ts'
import type { PartnerKept } from '../queries/list-partners.ts'
import type { PartnerWhole } from '../queries/show-partner.ts'
import { presentGrant } from './grant.ts'
import { presentDelivery } from './message.ts'

const moment = (date: Date | null): string | null => date?.toISOString() ?? null

/** A partner as whoever reads the exchange sees it. Its keys are public. */
export function presentPartner({
  certificates,
  messageKeys,
  agreement,
  contacts,
  reconciledAt,
  restore,
  ...rest
}: PartnerKept): ListedPartner {
  return {
    ...rest,
    contacts: [...contacts],
    reconciledAt: moment(reconciledAt),
    restore: restore && { since: restore.since.toISOString(), declaredAt: restore.declaredAt.toISOString() },
    certificates: certificates.map(({ fingerprint, revokedAt }) => ({ fingerprint, revokedAt: moment(revokedAt) })),
    messageKeys: messageKeys.map(({ key, from, to, revokedAt }) => ({
      key: keyName(key),
      from: moment(from),
      to: moment(to),
      revokedAt: moment(revokedAt),
    })),
    agreement: agreement && { version: agreement.version, ...agreement.terms },
  }
}

/** A partner whole, beside our own end where the process that holds its keys answered. */
export function presentPartnerWhole(whole: PartnerWhole, own: NodeIdentity | null, say: Say): PartnerShown {
  const { partner, versions, grants, corrections, deliveries } = whole
  return {
    partner: presentPartner(partner),
    own,
    versions: versions.map(({ version, terms: { legalBasis, validFrom, validTo, reviewOn }, by, at }) => ({
      version,
      legalBasis,
      validFrom,
      validTo,
      reviewOn,
      by,
      at: at.toISOString(),
    })),
    grants: grants.map(presentGrant),
    corrections: corrections.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    deliveries: deliveries.map((row) => presentDelivery(row, say)),
  }
}
