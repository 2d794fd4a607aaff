import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { keyName } from '../keys/raw-keys.ts'
import type { PartnerKept } from '../queries/list-partners.ts'

const moment = (date: Date | null): string | null => date?.toISOString() ?? null

/** A partner as whoever reads the exchange sees it. Its keys are public. */
export function presentPartner({
  certificates,
  messageKeys,
  agreement,
  contacts,
  ...rest
}: PartnerKept): ListedPartner {
  return {
    ...rest,
    contacts: [...contacts],
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
