import type { ReleaseRequest } from '@proofmark/contract/schemas/release'
import { canonicalJson } from '@proofmark/proofs/canonical'
import { keyedHash } from '../../records/rules/keyed-hash.ts'

/** Each once, whatever the case of their letters, in one order. */
export const distinct = (identifiers: readonly string[]): string[] =>
  [...new Set(identifiers.map((each) => each.toLowerCase()))].sort()

/** What a release says, as HMAC-SHA-256 with the installation's secret: equal exactly when the same is released alike. */
export function releaseHash(
  secret: Buffer,
  { records, to, until, conditions, note, reference, basis }: ReleaseRequest,
): Buffer {
  const said = {
    records: distinct(records),
    to: to.toLowerCase(),
    until,
    conditions: [...new Set(conditions)].sort(),
    note: note ?? null,
    reference: reference ?? null,
    basis: basis ?? null,
  }
  return keyedHash(secret, `release\0${Buffer.from(canonicalJson(said)).toString('utf8')}`)
}
