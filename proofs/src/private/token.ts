/**
 * What is evaluated: one canonical text for one mark, the same wherever it is written. Hashes of such texts could all be
 * tried out within the hour, since serials are short; they leave a node only blinded, or evaluated under a key.
 */
import { toUtf8 } from '../bytes.ts'
import { ProofError, quoted } from '../errors.ts'

export const TOKEN_FORM = 'proofmark-token-1'

/**
 * `exact`: make and mark. `skeleton`: make and the mark with confusable characters as one. `damaged`: make and one reading,
 * as a skeleton, of a mark with lost or doubtful characters. `mark_alone`: the mark where no shared table knows a make.
 * Each has keys and quotas of its own, for each tells and costs another amount.
 */
export const TOKEN_KINDS = ['exact', 'skeleton', 'damaged', 'mark_alone'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

/** A damaged mark is asked about in at most so many readings: one lost character, or a few doubtful ones. */
export const MOST_READINGS = 32
/** A shorter mark without its make belongs to too many firearms to say anything of one. */
export const SHORTEST_MARK_ALONE = 6

const NO_MAKE = '-'
const MAKE = /^[a-z0-9][a-z0-9_.-]{0,63}$/
/** As it is matched: letters and digits in upper case, without separators, nothing lost and nothing doubtful. */
const MARK = /^[\p{Lu}\p{Lo}\p{N}]{1,64}$/u

function tokenOf(kind: TokenKind, make: string, mark: string): Uint8Array {
  if (!MARK.test(mark) || mark.normalize('NFC') !== mark)
    throw new ProofError(
      'malformed_token',
      `The mark ${quoted(mark)} is not accepted: 1 to 64 letters and digits in upper case, none lost or doubtful, are.`,
    )
  return toUtf8(`${TOKEN_FORM}|${kind}|${make}|${mark}`)
}

/** The token of a make, by its code in the shared table, and a mark: the serial as matched, or its skeleton. Throws `malformed_token`. */
export function markToken(kind: 'exact' | 'skeleton', make: string, mark: string): Uint8Array {
  return tokenOf(kind, requireMake(make), mark)
}

/** The tokens of the readings, as skeletons, of a damaged mark. Throws `too_many_readings` and `malformed_token`. */
export function damagedTokens(make: string, readings: readonly string[]): Uint8Array[] {
  const different = [...new Set(readings)]
  if (different.length === 0 || different.length > MOST_READINGS)
    throw new ProofError(
      'too_many_readings',
      `The mark has ${different.length} readings; 1 to ${MOST_READINGS} are accepted.`,
    )
  return different.map((reading) => tokenOf('damaged', requireMake(make), reading))
}

/** The token of a mark without a make. Throws `malformed_token` for one shorter than six characters. */
export function markAloneToken(mark: string): Uint8Array {
  if ([...mark].length < SHORTEST_MARK_ALONE)
    throw new ProofError(
      'malformed_token',
      `The mark ${quoted(mark)} is too short without a make; ${SHORTEST_MARK_ALONE} characters and more are accepted.`,
    )
  return tokenOf('mark_alone', NO_MAKE, mark)
}

function requireMake(make: string): string {
  if (MAKE.test(make)) return make
  throw new ProofError('malformed_token', `The make ${quoted(make)} is no code; letters a to z, digits, ".", "_", "-".`)
}
