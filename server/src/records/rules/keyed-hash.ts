import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** Made once for each secret: a key given as bytes is prepared anew for every hash. */
const prepared = new WeakMap<Buffer, KeyObject>()

function keyOf(secret: Buffer): KeyObject {
  const known = prepared.get(secret)
  if (known) return known
  const key = createSecretKey(secret)
  prepared.set(secret, key)
  return key
}

/** HMAC-SHA-256 (RFC 2104) over the text in UTF-8: 32 bytes. */
export const keyedHash = (secret: Buffer, text: string): Buffer =>
  createHmac('sha256', keyOf(secret)).update(text).digest()
