/** Ed25519 keys (RFC 8032) as the raw bytes that the standards print: Node reads them only in an envelope. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { ProofError } from './errors.ts'

/** Bytes of a public key, and of a seed. */
export const KEY_BYTES = 32
export const SIGNATURE_BYTES = 64

// DER headers of a raw key (RFC 8410).
const SPKI_HEADER = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])
const PKCS8_HEADER = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
])

export interface KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** Gives 64 bytes. The seed stays inside. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The key pair of a 32-byte seed, which RFC 8032 calls the private key. Throws `malformed_key`. */
export function keyPairFromSeed(seed: Uint8Array): KeyPair {
  if (seed.length !== KEY_BYTES)
    throw new ProofError('malformed_key', `An Ed25519 seed has ${KEY_BYTES} bytes; got ${seed.length}.`)
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEADER, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_HEADER.length)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}

/** Whether this is the key's signature of the message. False for a signature of any other length. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEADER, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
