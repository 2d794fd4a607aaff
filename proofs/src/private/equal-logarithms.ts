/**
 * The proof that several elements were multiplied by the scalar of one public key, and by no other (RFC 9497, section
 * 2.2): one proof of 64 bytes for a whole batch.
 */
import { toUtf8 } from '../bytes.ts'
import { ProofError } from '../errors.ts'
import { hashToScalar, inTwoBytes, joined, measured, nameOf, sha512 } from './contexts.ts'
import { add, minusProduct, multiply, multiplyGenerator, requireScalar, SCALAR_BYTES, sameSecret } from './group.ts'

/** Challenge and response, 32 bytes each. */
export const PROOF_BYTES = 2 * SCALAR_BYTES

const SEED_NAME = measured(nameOf('Seed-'))
const COMPOSITE = toUtf8('Composite')
const CHALLENGE = toUtf8('Challenge')

export interface Batch {
  /** What was multiplied, in order. */
  readonly from: readonly Uint8Array[]
  /** The products. */
  readonly to: readonly Uint8Array[]
}

function weights(publicKey: Uint8Array, { from, to }: Batch): Uint8Array[] {
  const seed = measured(sha512(joined(measured(publicKey), SEED_NAME)))
  return from.map((element, at) =>
    hashToScalar(joined(seed, inTwoBytes(at), measured(element), measured(to[at]!), COMPOSITE)),
  )
}

function weightedSum(factors: readonly Uint8Array[], elements: readonly Uint8Array[]): Uint8Array {
  return elements.map((element, at) => multiply(factors[at]!, element)).reduce(add)
}

function challenge(publicKey: Uint8Array, ...elements: readonly Uint8Array[]): Uint8Array {
  return hashToScalar(joined(measured(publicKey), ...elements.map(measured), CHALLENGE))
}

/** Proves it. `nonce` is a scalar drawn for this proof alone: used twice, it gives the secret away. */
export function proveEqual(secret: Uint8Array, publicKey: Uint8Array, batch: Batch, nonce: Uint8Array): Uint8Array {
  const from = weightedSum(weights(publicKey, batch), batch.from)
  // The sum of the products is the product of the sum, and costs one multiplication.
  const to = multiply(secret, from)
  const asked = challenge(publicKey, from, to, multiplyGenerator(nonce), multiply(nonce, from))
  return joined(asked, minusProduct(nonce, asked, secret))
}

/** Throws `proof_refused` unless the proof holds for this key and this batch, in this order. */
export function requireEqual(publicKey: Uint8Array, batch: Batch, proof: Uint8Array): void {
  if (!holds(publicKey, batch, proof))
    throw new ProofError(
      'proof_refused',
      'The proof does not hold: these elements were not evaluated, in this order, by the key that was named.',
    )
}

function holds(publicKey: Uint8Array, batch: Batch, proof: Uint8Array): boolean {
  if (proof.length !== PROOF_BYTES || batch.from.length !== batch.to.length || batch.from.length === 0) return false
  const [asked, answered] = [proof.slice(0, SCALAR_BYTES), proof.slice(SCALAR_BYTES)]
  try {
    requireScalar(asked, 'challenge')
    requireScalar(answered, 'response')
    const factors = weights(publicKey, batch)
    const [from, to] = [weightedSum(factors, batch.from), weightedSum(factors, batch.to)]
    const byGenerator = add(multiplyGenerator(answered), multiply(asked, publicKey))
    const bySum = add(multiply(answered, from), multiply(asked, to))
    return sameSecret(asked, challenge(publicKey, from, to, byGenerator, bySum))
  } catch (failure) {
    if (failure instanceof ProofError) return false
    throw failure
  }
}
