/** Hashing of RFC 9497 for ristretto255-SHA512 in verifiable mode: each use of the hash has a name of its own. */
import { hash } from 'node:crypto'
import { toUtf8 } from '../bytes.ts'
import { elementOf, multiplyHashed, scalarOf, UNIFORM_BYTES } from './group.ts'

const MODE_VERIFIABLE = 0x01
const BLOCK_BYTES = 128
const SHORT_BYTES = 192

/** Those bytes, one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A number in two bytes, the higher first. */
export function inTwoBytes(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value & 0xff)
}

/** Bytes behind their length in two bytes. */
export function measured(bytes: Uint8Array): Uint8Array {
  return joined(inTwoBytes(bytes.length), bytes)
}

/** `"OPRFV1-" || mode || "-" || suite` (RFC 9497, section 3.1). */
const CONTEXT = joined(toUtf8('OPRFV1-'), Uint8Array.of(MODE_VERIFIABLE), toUtf8('-ristretto255-SHA512'))

/** A use's name behind the context, as the standard composes it. */
export const nameOf = (use: string): Uint8Array => joined(toUtf8(use), CONTEXT)

/** SHA-512. */
export function sha512(bytes: Uint8Array): Uint8Array {
  return hash('sha512', bytes, 'buffer')
}

/**
 * expand_message_xmd of RFC 9380 (section 5.3.1) with SHA-512, for 64 bytes: one block of output. A register is hashed by
 * it mark by mark, so that short messages are laid out in memory that is used again; it holds no key.
 */
function expander(use: string, short = SHORT_BYTES): (message: Uint8Array) => Uint8Array {
  const name = nameOf(use)
  const ending = joined(name, Uint8Array.of(name.length))
  const first = joined(inTwoBytes(UNIFORM_BYTES), Uint8Array.of(0), ending)
  const outer = joined(new Uint8Array(UNIFORM_BYTES), Uint8Array.of(1), ending)
  const inner = new Uint8Array(BLOCK_BYTES + short + first.length)
  return (message) => {
    const end = BLOCK_BYTES + message.length
    const laid = message.length <= short ? inner : new Uint8Array(end + first.length)
    laid.set(message, BLOCK_BYTES)
    laid.set(first, end)
    outer.set(sha512(laid.subarray(0, end + first.length)))
    return sha512(outer)
  }
}

const expandToGroup = expander('HashToGroup-')
const expandToScalar = expander('HashToScalar-')
const expandToKey = expander('DeriveKeyPair', 0)

export const hashToGroup = (message: Uint8Array): Uint8Array => elementOf(expandToGroup(message))
/** `multiply(scalar, hashToGroup(message))`. */
export const multiplyMessage = (scalar: Uint8Array, message: Uint8Array): Uint8Array =>
  multiplyHashed(scalar, expandToGroup(message))
export const hashToScalar = (message: Uint8Array): Uint8Array => scalarOf(expandToScalar(message))
/** Of a seed, which stays nowhere but in the argument. */
export const hashToKey = (message: Uint8Array): Uint8Array => scalarOf(expandToKey(message))
