/**
 * The group ristretto255 (RFC 9496) over libsodium: elements and scalars as their 32 bytes, and what comes from elsewhere
 * checked. libsodium's arithmetic runs in constant time as it is written; here it runs as WebAssembly, whose engine
 * promises none, so that whoever can measure this process to the microsecond is out of what is defended against.
 */
import { timingSafeEqual } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { ProofError } from '../errors.ts'

await sodium.ready

export const ELEMENT_BYTES = 32
export const SCALAR_BYTES = 32
/** What an element or a scalar is made from by hashing or by lot: twice as long, so that no value is likelier than another. */
export const UNIFORM_BYTES = 64

const IDENTITY = new Uint8Array(ELEMENT_BYTES)

/** Whether two secrets of the same length are the same; the time that it takes tells nothing of where they differ. */
export function sameSecret(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Refuses what another handed over as an element: `malformed_element` for another length, for what is no point and for
 * a point written in other than the one canonical way; `identity_element` for the identity, from which nothing is hidden.
 */
export function requireElement(bytes: Uint8Array, what: string): void {
  if (bytes.length !== ELEMENT_BYTES)
    throw new ProofError('malformed_element', `The ${what} has ${bytes.length} bytes; an element has ${ELEMENT_BYTES}.`)
  if (sameSecret(bytes, IDENTITY))
    throw new ProofError('identity_element', `The ${what} is the identity; any other element is accepted.`)
  if (!sodium.crypto_core_ristretto255_is_valid_point(bytes))
    throw new ProofError(
      'malformed_element',
      `The ${what} is no element in canonical form; ristretto255 after RFC 9496 is accepted.`,
    )
}

/** Refuses, with `malformed_scalar`, what is not a number below the group's order in 32 bytes, or is zero. */
export function requireScalar(bytes: Uint8Array, what: string): void {
  const isCanonical =
    bytes.length === SCALAR_BYTES &&
    !sameSecret(bytes, new Uint8Array(SCALAR_BYTES)) &&
    sameSecret(bytes, sodium.crypto_core_ristretto255_scalar_reduce(widened(bytes)))
  if (!isCanonical)
    throw new ProofError('malformed_scalar', `The ${what} is no scalar; 32 bytes, above zero and below the order, are.`)
}

function widened(scalar: Uint8Array): Uint8Array {
  const wide = new Uint8Array(UNIFORM_BYTES)
  wide.set(scalar)
  return wide
}

/** The scalar of 64 uniform bytes, little-endian, modulo the order. */
export function scalarOf(uniform: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_scalar_reduce(uniform)
}

/** The element of 64 uniform bytes (RFC 9496, section 4.3.4). */
export function elementOf(uniform: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_from_hash(uniform)
}

/** The element times the scalar. Throws `malformed_element` where there is no product but the identity, or no element. */
export function multiply(scalar: Uint8Array, element: Uint8Array): Uint8Array {
  try {
    return sodium.crypto_scalarmult_ristretto255(scalar, element)
  } catch {
    throw new ProofError('malformed_element', 'The product is the identity, or one of its factors is none.')
  }
}

/** libsodium under its wrappers: functions of addresses in its own memory, which may be another array after each call. */
interface Bare {
  readonly HEAPU8: Uint8Array
  readonly _malloc: (bytes: number) => number
  readonly _crypto_core_ristretto255_from_hash: (element: number, uniform: number) => number
  readonly _crypto_scalarmult_ristretto255: (product: number, scalar: number, element: number) => number
}
const bare = (sodium as unknown as { readonly libsodium: Bare }).libsodium
const AT = {
  uniform: bare._malloc(UNIFORM_BYTES),
  scalar: bare._malloc(SCALAR_BYTES),
  element: bare._malloc(ELEMENT_BYTES),
}

/**
 * `multiply(scalar, elementOf(uniform))`, of which nothing is copied in between: whoever evaluates a register does it a
 * million times. Throws `malformed_element` as `multiply` does.
 */
export function multiplyHashed(scalar: Uint8Array, uniform: Uint8Array): Uint8Array {
  if (scalar.length !== SCALAR_BYTES || uniform.length !== UNIFORM_BYTES)
    throw new ProofError('malformed_scalar', `A scalar has ${SCALAR_BYTES} bytes, what is hashed ${UNIFORM_BYTES}.`)
  bare.HEAPU8.set(uniform, AT.uniform)
  bare.HEAPU8.set(scalar, AT.scalar)
  bare._crypto_core_ristretto255_from_hash(AT.element, AT.uniform)
  const failed = bare._crypto_scalarmult_ristretto255(AT.element, AT.scalar, AT.element) !== 0
  const product = bare.HEAPU8.slice(AT.element, AT.element + ELEMENT_BYTES)
  bare.HEAPU8.fill(0, AT.scalar, AT.scalar + SCALAR_BYTES)
  if (failed) throw new ProofError('malformed_element', 'The product is the identity.')
  return product
}

/** The generator times the scalar. Throws `malformed_scalar` for zero. */
export function multiplyGenerator(scalar: Uint8Array): Uint8Array {
  try {
    return sodium.crypto_scalarmult_ristretto255_base(scalar)
  } catch {
    throw new ProofError('malformed_scalar', 'The scalar is zero; a number above it is accepted.')
  }
}

/** The sum of two elements. */
export function add(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_add(left, right)
}

/** The scalar by which the other is undone. */
export function inverse(scalar: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_scalar_invert(scalar)
}

/** `left − factor × right`, as scalars. */
export function minusProduct(left: Uint8Array, factor: Uint8Array, right: Uint8Array): Uint8Array {
  const product = sodium.crypto_core_ristretto255_scalar_mul(factor, right)
  return sodium.crypto_core_ristretto255_scalar_sub(left, product)
}

/** Overwrites a secret that is no longer needed. Copies that the engine made are beyond reach. */
export function forget(secret: Uint8Array): void {
  secret.fill(0)
}
