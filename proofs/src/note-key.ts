/** The keys of signed notes after C2SP signed-note: names, key ids, the text of a verifier key, and signers. Ed25519 only. */
import { fromBase64, sha256, toBase64, toHex, toUtf8 } from './bytes.ts'
import { KEY_BYTES, keyPairFromSeed, verifyEd25519 } from './ed25519.ts'
import { ProofError, quoted } from './errors.ts'

const ED25519_TYPE = 0x01

/** Base64 may itself hold a plus, so only the first two separate. */
const VERIFIER_KEY = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/

/** A public key under a name. Name and key id together say which key signed; neither says that it can be trusted. */
export interface VerifierKey {
  readonly name: string
  /** First four bytes of SHA-256(name || 0x0A || type || public key), as 8 lower-case hexadecimal digits. */
  readonly keyId: string
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

/** A verifier key with the means to sign. `sign` may reach into a key store; it gives 64 bytes (RFC 8032). */
export interface NoteSigner extends VerifierKey {
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Whether a text may name a key: not empty, well-formed, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name)
}

/** The verifier key of a raw 32-byte Ed25519 public key under a name. Throws `malformed_key`. */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  return keyOfType(ED25519_TYPE, name, publicKey)
}

/** The text of a verifier key, `<name>+<key id>+<base64 of 0x01 || public key>`: what is given to those who verify. */
export function formatVerifierKey(key: VerifierKey): string {
  return formatKey(ED25519_TYPE, key)
}

/** Reads the text of a verifier key. Throws `malformed_key`, also where the key id is not that of the name and key. */
export function parseVerifierKey(text: string): VerifierKey {
  return parseKey(ED25519_TYPE, text)
}

/** A signer from the 32-byte Ed25519 seed (the private key of RFC 8032). The seed stays inside. Throws `malformed_key`. */
export function signerFromSeed(name: string, seed: Uint8Array): NoteSigner {
  const { publicKey, sign } = keyPairFromSeed(seed)
  return { ...verifierKey(name, publicKey), sign }
}

/** Whether this is the key's Ed25519 signature of the message. False for a signature of any other length. */
export function verifySignature(key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  return verifyEd25519(key.publicKey, message, signature)
}

/** A key of this signature type under a name: the type is part of the key id, so that none is taken for another's. */
export function keyOfType(type: number, name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name))
    throw new ProofError(
      'malformed_key',
      `The key name ${quoted(name)} is not accepted: it must not be empty nor hold spaces, control characters or "+".`,
    )
  if (publicKey.length !== KEY_BYTES)
    throw new ProofError('malformed_key', `An Ed25519 public key has ${KEY_BYTES} bytes; got ${publicKey.length}.`)
  const keyId = toHex(sha256(toUtf8(`${name}\n`), typed(type, publicKey)).subarray(0, 4))
  return { name, keyId, publicKey: new Uint8Array(publicKey) }
}

/** The text of a key of this type. */
export function formatKey(type: number, key: VerifierKey): string {
  return `${key.name}+${key.keyId}+${toBase64(typed(type, key.publicKey))}`
}

/** Reads the text of a key of this type and of no other. Throws `malformed_key`. */
export function parseKey(type: number, text: string): VerifierKey {
  const [, name, keyId, encoded] = VERIFIER_KEY.exec(text) ?? []
  const bytes = fromBase64(encoded ?? '')
  if (name === undefined || keyId === undefined || bytes === null)
    throw new ProofError('malformed_key', `${quoted(text)} is not a verifier key; "name+key id+base64" is accepted.`)
  if (bytes[0] !== type || bytes.length !== 1 + KEY_BYTES)
    throw new ProofError('malformed_key', `The key ${quoted(text)} is not of type ${type} with ${KEY_BYTES} bytes.`)
  const key = keyOfType(type, name, bytes.subarray(1))
  if (key.keyId !== keyId)
    throw new ProofError('malformed_key', `The key ${quoted(text)} states key id ${quoted(keyId)}; it is ${key.keyId}.`)
  return key
}

function typed(type: number, publicKey: Uint8Array): Uint8Array {
  return Uint8Array.of(type, ...publicKey)
}
