import type { QuestionRequest } from '@proofmark/contract/schemas/question'
import { canonicalJson } from '@proofmark/proofs/canonical'
import { keyedHash } from '../../records/rules/keyed-hash.ts'

/**
 * What a question says, as HMAC-SHA-256 with the installation's secret: equal exactly when the same is asked of the same
 * desks. Taken of what was sent and not of what became of it, since a record may be read anew and agencies may be added
 * before it is sent again.
 */
export function questionHash(
  secret: Buffer,
  { reference, basis, description, record, agencies }: QuestionRequest,
): Buffer {
  const words = Object.fromEntries(
    Object.entries(description ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const asked = {
    reference,
    basis,
    description: description === undefined ? null : words,
    record: record?.toLowerCase() ?? null,
    agencies: agencies === undefined ? null : [...new Set(agencies.map((each) => each.toLowerCase()))].sort(),
  }
  return keyedHash(secret, `question\0${Buffer.from(canonicalJson(asked)).toString('utf8')}`)
}
