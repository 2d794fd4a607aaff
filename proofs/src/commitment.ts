/**
 * A salted commitment to the erasable body of an audit entry:
 *
 *     commitment = SHA-256( "proofmark body commitment 1\n" || salt (32 bytes) || canonical JSON of the body )
 *
 * The prefix keeps these hashes apart from the tree's (which begin with 0x00 or 0x01) and from later forms; prefix and
 * salt have fixed lengths, so no two inputs run together. While salt and body exist, anyone holding both can check
 * them; once both are destroyed the commitment says nothing about what was erased. The salt must be random, new for
 * each entry, and destroyed with the body: a body of few possible values could be found by trying if the salt remained.
 */
import { sha256, toHex, toUtf8 } from './bytes.ts'
import { canonicalJson, type PlainData } from './canonical.ts'
import { ProofError } from './errors.ts'

/** Length of a salt in bytes. */
export const SALT_BYTES = 32

const PREFIX = toUtf8('proofmark body commitment 1\n')

/** The commitment to a body under a salt, as 64 lower-case hexadecimal digits. Throws `malformed_salt`, `not_plain_data`. */
export function commit(salt: Uint8Array, body: PlainData): string {
  if (salt.length !== SALT_BYTES)
    throw new ProofError('malformed_salt', `A salt has ${SALT_BYTES} bytes; got ${salt.length}.`)
  return toHex(sha256(PREFIX, salt, canonicalJson(body)))
}

/** Is this the body, and the salt, that the commitment was made from? A body that is not plain data is not. */
export function verifyCommitment(commitment: string, salt: Uint8Array, body: PlainData): boolean {
  try {
    return commit(salt, body) === commitment
  } catch (error) {
    if (error instanceof ProofError) return false
    throw error
  }
}
