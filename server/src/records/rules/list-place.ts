import { createCipheriv, createDecipheriv } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { keyedHash } from './keyed-hash.ts'

/** A place in the records of a source, and as of when they are listed. */
export interface ListPlace {
  /** Imports with a greater number began after the first page was answered: where they put a record does not count. */
  readonly upTo: string
  /** The same of imports that were under way then. */
  readonly without: readonly string[]
  /** The import and the record of the last line that was looked at. */
  readonly version: string
  readonly record: string
}

const PLACE = 32
const NUMBER = 8
const NONCE = 12
const TAG = 16
const CIPHER = 'aes-256-gcm'

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

function numberBytes(number: string): Buffer {
  const bytes = Buffer.alloc(NUMBER)
  bytes.writeBigUInt64BE(BigInt(number))
  return bytes
}

const placeKey = (secret: Buffer, source: string): Buffer => keyedHash(secret, `place among the records of ${source}`)

/**
 * The place as a text that a reader hands back to go on behind it: AES-256-GCM (NIST SP 800-38D) under a key of the
 * installation's secret and the source, since the numbers of another agency's imports tell how busy it is. The nonce is
 * an HMAC of what is enciphered, so no two places share one.
 */
export function sealPlace(secret: Buffer, source: string, { upTo, without, version, record }: ListPlace): string {
  const plain = Buffer.concat([...[upTo, version].map(numberBytes), bytesOf(record), ...without.map(numberBytes)])
  const key = placeKey(secret, source)
  const nonce = keyedHash(key, plain.toString('hex')).subarray(0, NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

function opened(key: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < NONCE + TAG + PLACE || (sealed.length - NONCE - TAG) % NUMBER !== 0) return null
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** Throws `body_invalid` for a text that no answer about this source gave. */
export function openPlace(secret: Buffer, source: string, text: string): ListPlace {
  const plain = opened(placeKey(secret, source), Buffer.from(text, 'base64url'))
  if (!plain) throw new ProofmarkError('body_invalid', { field: 'after', expected: 'place' })
  const numberAt = (at: number) => plain.readBigUInt64BE(at).toString()
  const without: string[] = []
  for (let at = PLACE; at < plain.length; at += NUMBER) without.push(numberAt(at))
  return {
    upTo: numberAt(0),
    without,
    version: numberAt(NUMBER),
    record: uuidOf(plain.subarray(2 * NUMBER, PLACE)),
  }
}
