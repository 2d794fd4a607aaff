/**
 * The leaf of an entry of the exchange ledger: that something was exchanged with a partner, as the hash of its exact bytes.
 * It holds no content and no person, so nothing of it ever has to be erased. The random id makes its hash one that
 * nobody can guess who was not shown the entry.
 */
import { fromHex, HASH_BYTES } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { ProofError, quoted } from './errors.ts'
import { leafHash } from './merkle.ts'

export const EXCHANGE_DIRECTIONS = ['outgoing', 'incoming'] as const
export type ExchangeDirection = (typeof EXCHANGE_DIRECTIONS)[number]

/** What was exchanged, with whom, and when it was written down. */
export interface ExchangeEntry {
  /** A random identifier. */
  readonly id: string
  /** Time of the database, UTC, RFC 3339: `2026-11-24T13:30:00.123456Z`. */
  readonly recordedAt: string
  readonly direction: ExchangeDirection
  /** Short name of the partner; null for what is kept or published for no partner in particular. */
  readonly partner: string | null
  /** Identifier of the message, filter, key or package. */
  readonly message: string
  readonly kind: string
  /** SHA-256 of its exact bytes, as 64 lower-case hexadecimal digits. */
  readonly hash: string
}

/** A member of the leaf beside those of the entry, so that a later form can never be taken for this one. */
const FORMAT = 'proofmark exchange entry 1'
const LONGEST = 200
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/

/** The bytes of the leaf: canonical JSON of the entry's seven members and its format. Throws `malformed_entry`. */
export function exchangeLeaf(entry: ExchangeEntry): Uint8Array {
  return canonicalJson({ format: FORMAT, ...readExchangeEntry(entry) })
}

/** The RFC 6962 leaf hash of the entry. Throws as `exchangeLeaf`. */
export function exchangeLeafHash(entry: ExchangeEntry): Uint8Array {
  return leafHash(exchangeLeaf(entry))
}

/** Reads an entry of unknown origin, strictly. Throws `malformed_entry`, naming the member. */
export function readExchangeEntry(value: unknown): ExchangeEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProofError('malformed_entry', 'An entry of the exchange ledger is an object.')
  const { id, recordedAt, direction, partner, message, kind, hash, ...unknown } = value as Record<string, unknown>
  const surplus = Object.keys(unknown)[0]
  if (surplus !== undefined)
    throw new ProofError('malformed_entry', `The entry has an unknown member ${quoted(surplus)}.`)
  const known = EXCHANGE_DIRECTIONS.find((each) => each === direction)
  if (known === undefined) throw refused('direction', EXCHANGE_DIRECTIONS.join(', '))
  if (typeof recordedAt !== 'string' || !UTC_TIME.test(recordedAt)) throw refused('recordedAt', 'a time in UTC')
  if (typeof hash !== 'string' || fromHex(hash)?.length !== HASH_BYTES)
    throw refused('hash', `${HASH_BYTES * 2} lower-case hexadecimal digits`)
  return {
    id: readText('id', id),
    recordedAt,
    direction: known,
    partner: partner === null ? null : readText('partner', partner),
    message: readText('message', message),
    kind: readText('kind', kind),
    hash,
  }
}

function readText(member: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST && value.isWellFormed()) return value
  throw refused(member, `a text of 1 to ${LONGEST} characters`)
}

function refused(member: string, accepted: string): ProofError {
  return new ProofError('malformed_entry', `The entry's "${member}" is not accepted; accepted is ${accepted}.`)
}
