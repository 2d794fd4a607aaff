import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import { keyedHash } from '../../records/rules/keyed-hash.ts'

/** What was said in a case, as HMAC-SHA-256: equal exactly when it is the same. */
export function saidHash(secret: Buffer, said: Readonly<Record<string, unknown>>): Buffer {
  // What is undefined is not said.
  const plain = JSON.parse(JSON.stringify(said)) as PlainData
  return keyedHash(secret, `case\0${Buffer.from(canonicalJson(plain)).toString('utf8')}`)
}
