import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** Keys of the curves 25519 as 32 bare bytes (RFC 8410), which is how they are kept, pinned and written into files. */
type Curve = 'Ed25519' | 'X25519'

const IDENTIFIERS: Readonly<Record<Curve, string>> = { Ed25519: '06032b6570', X25519: '06032b656e' }
const PRIVATE_HEAD = (curve: Curve) => Buffer.from(`302e0201003005${IDENTIFIERS[curve]}04220420`, 'hex')
const PUBLIC_HEAD = (curve: Curve) => Buffer.from(`302a3005${IDENTIFIERS[curve]}032100`, 'hex')

export const privateKeyOf = (curve: Curve, seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD(curve), seed]), format: 'der', type: 'pkcs8' })

export const publicKeyOf = (curve: Curve, key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD(curve), key]), format: 'der', type: 'spki' })

/** The 32 bytes of the public key that belongs to this private one. */
export const rawPublicKey = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)

/** As it is pinned, and as signatures name it. */
export const keyName = (key: Uint8Array): string => Buffer.from(key).toString('base64url')
