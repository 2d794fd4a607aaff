/** Bytes as the standards write them: SHA-256, and strict hexadecimal, base64 and UTF-8 with one spelling a value. */
import { createHash } from 'node:crypto'
import { ProofError } from './errors.ts'

/** Length of a SHA-256 hash in bytes. */
export const HASH_BYTES = 32

/** SHA-256 (FIPS 180-4) of the concatenated parts: 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return withoutBuffer(hash.digest())
}

/** Whether this is a hash by its shape: 32 bytes. */
export function isHash(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === HASH_BYTES
}

/** Refuses, with `malformed_hash`, what is not 32 bytes. */
export function requireHash(value: unknown, what: string): asserts value is Uint8Array {
  if (isHash(value)) return
  const found = value instanceof Uint8Array ? `${value.length} bytes` : typeof value
  throw new ProofError('malformed_hash', `The ${what} is ${found}; a SHA-256 hash of ${HASH_BYTES} bytes is needed.`)
}

/** Whether two byte strings are the same. For public values: it does not hide where they differ. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, position) => byte === right[position])
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** The bytes of a lower-case hexadecimal text, or null where it is anything else. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  return withoutBuffer(Buffer.from(text, 'hex'))
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

/**
 * The bytes of a standard base64 text, or null where it is not the one canonical spelling: Node's own decoder skips
 * unknown characters and accepts missing padding, which would let one signature be written in many ways.
 */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? withoutBuffer(bytes) : null
}

const encoder = new TextEncoder()

/** UTF-8 bytes of a text. A lone surrogate would silently become U+FFFD: check `isWellFormed` first. */
export function toUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The text of UTF-8 bytes, a byte order mark kept, or null where they are not valid UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A plain copy: a Buffer may be a window on memory shared with others, and differs from a Uint8Array in its methods. */
function withoutBuffer(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}
