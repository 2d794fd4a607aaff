/**
 * A verifiable oblivious pseudorandom function: VOPRF of RFC 9497 with ristretto255-SHA512. Whoever holds the key
 * evaluates it for another without learning of what; the other can verify that it was that key, and can evaluate nothing
 * alone. Scalars by lot are arguments: this package draws none.
 */
import { toUtf8 } from '../bytes.ts'
import { ProofError } from '../errors.ts'
import { hashToGroup, hashToKey, inTwoBytes, joined, measured, multiplyMessage, sha512 } from './contexts.ts'
import { type Batch, proveEqual, requireEqual } from './equal-logarithms.ts'
import {
  inverse,
  multiply,
  multiplyGenerator,
  requireElement,
  requireScalar,
  scalarOf,
  UNIFORM_BYTES,
} from './group.ts'

export interface KeyPair {
  /** A scalar: 32 bytes. */
  readonly secretKey: Uint8Array
  /** An element: 32 bytes. */
  readonly publicKey: Uint8Array
}

const SEED_BYTES = 32
const MOST_IN_A_BATCH = 0xffff
const FINALIZE = toUtf8('Finalize')

/** DeriveKeyPair (section 3.2.1): the same key for the same seed of 32 random bytes and the same words. Throws `malformed_key`. */
export function deriveKeyPair(seed: Uint8Array, info: Uint8Array): KeyPair {
  if (seed.length !== SEED_BYTES)
    throw new ProofError('malformed_key', `A seed has ${SEED_BYTES} bytes; got ${seed.length}.`)
  const from = joined(seed, measured(info))
  for (let attempt = 0; attempt <= 0xff; attempt += 1) {
    const secretKey = hashToKey(joined(from, Uint8Array.of(attempt)))
    if (secretKey.some((byte) => byte !== 0)) return { secretKey, publicKey: multiplyGenerator(secretKey) }
  }
  throw new ProofError('malformed_key', 'No key can be derived from this seed.')
}

/** A scalar from 64 random bytes: a blind, or the nonce of a proof. Throws `malformed_scalar` for another length. */
export function scalarByLot(uniform: Uint8Array): Uint8Array {
  if (uniform.length !== UNIFORM_BYTES)
    throw new ProofError('malformed_scalar', `A scalar is drawn from ${UNIFORM_BYTES} bytes; got ${uniform.length}.`)
  return scalarOf(uniform)
}

/** Hides the input under the blind, which stays secret and is used once: what is sent to the holder of the key. */
export function blind(input: Uint8Array, by: Uint8Array): Uint8Array {
  requireScalar(by, 'blind')
  return multiply(by, hashToGroup(input))
}

/** What looks like a blinded input and is none: every element is one of some input, so that nobody can tell. */
export function dummy(uniform: Uint8Array): Uint8Array {
  return multiplyGenerator(scalarByLot(uniform))
}

export interface Evaluation {
  /** One for each blinded element, in order. */
  readonly evaluated: readonly Uint8Array[]
  /** 64 bytes. */
  readonly proof: Uint8Array
}

function requireBatch(elements: readonly Uint8Array[]): void {
  if (elements.length === 0 || elements.length > MOST_IN_A_BATCH)
    throw new ProofError('malformed_batch', `A batch has 1 to ${MOST_IN_A_BATCH} elements; got ${elements.length}.`)
  for (const [at, element] of elements.entries()) requireElement(element, `element ${at + 1} of the batch`)
}

/**
 * Evaluates blinded elements and proves with which key. `nonce` is drawn for this call alone. Throws `malformed_batch`,
 * `malformed_element` and `identity_element`.
 */
export function blindEvaluate(
  { secretKey, publicKey }: KeyPair,
  blinded: readonly Uint8Array[],
  nonce: Uint8Array,
): Evaluation {
  requireBatch(blinded)
  requireScalar(nonce, 'nonce')
  const evaluated = blinded.map((element) => multiply(secretKey, element))
  return { evaluated, proof: proveEqual(secretKey, publicKey, { from: blinded, to: evaluated }, nonce) }
}

/**
 * Verifies that these are the evaluations of those blinded elements by the key that was named. Throws `proof_refused`,
 * `malformed_batch`, `malformed_element` and `identity_element`.
 */
export function verifyEvaluation(
  publicKey: Uint8Array,
  blinded: readonly Uint8Array[],
  { evaluated, proof }: Evaluation,
): void {
  requireElement(publicKey, 'public key')
  requireBatch(blinded)
  requireBatch(evaluated)
  const batch: Batch = { from: blinded, to: evaluated }
  requireEqual(publicKey, batch, proof)
}

function outputOf(input: Uint8Array, element: Uint8Array): Uint8Array {
  const hashed = new Uint8Array(2 + input.length + 2 + element.length + FINALIZE.length)
  hashed.set(inTwoBytes(input.length))
  hashed.set(input, 2)
  hashed.set(inTwoBytes(element.length), 2 + input.length)
  hashed.set(element, 4 + input.length)
  hashed.set(FINALIZE, 4 + input.length + element.length)
  return sha512(hashed)
}

/** The output for the input: 64 bytes. Only after `verifyEvaluation`, with the blind that hid it. */
export function finalize(input: Uint8Array, by: Uint8Array, evaluated: Uint8Array): Uint8Array {
  return outputOf(input, multiply(inverse(by), evaluated))
}

/** The output for an input by whoever holds the key: the same as the other gets by blinding, evaluating and finalizing. */
export function evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array {
  return outputOf(input, multiplyMessage(secretKey, input))
}
