/** What is kept on the device in place of what it says. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly content: ArrayBuffer
}

/** A key that was given on, wrapped in another that is never kept. */
export interface Wrapped {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly key: ArrayBuffer
}

/** The key does not open it: another passphrase, or what is kept was changed. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError'
}

/** At the least, whatever the device: what OWASP's password storage cheat sheet asks of PBKDF2 with SHA-256. */
export const LEAST_ROUNDS = 600_000
/** So many at the most, so that a fast device makes no lock that a slow one never opens. */
const MOST_ROUNDS = 6_000_000
/** How long one guess is to take on the device that makes the lock. */
const GUESS_MS = 800
const PROBE_ROUNDS = 50_000

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const { subtle } = crypto

/** A fresh salt of a lock. */
export const newSalt = () => random(16)

/** A fresh key for everything of one officer on this device. It can be taken out once, to be wrapped. */
export const newKey = (): Promise<CryptoKey> =>
  subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])

/** Seals content; `name` binds it to its place, so that nothing kept can stand for something else. */
export async function seal(key: CryptoKey, name: string, content: BufferSource): Promise<Sealed> {
  const iv = random(12)
  const additionalData = bytesOf(name)
  return { iv, content: await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, content) }
}

/** Throws {@link WrongKeyError} where the key or the name is another, or where a bit of it was changed. */
export async function unseal(key: CryptoKey, name: string, { iv, content }: Sealed): Promise<ArrayBuffer> {
  const additionalData = bytesOf(name)
  return subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, content).catch(() => {
    throw new WrongKeyError()
  })
}

export const sealJson = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  seal(key, name, bytesOf(JSON.stringify(value)))

export async function unsealJson<Value>(key: CryptoKey, name: string, sealed: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, name, sealed))) as Value
}

/** How many rounds make one guess as dear as it is to be on this device, by measuring. */
export async function measureRounds(now: () => number = () => performance.now()): Promise<number> {
  const key = await subtle.importKey('raw', random(16), 'PBKDF2', false, ['deriveBits'])
  const before = now()
  await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: newSalt(), iterations: PROBE_ROUNDS }, key, 256)
  const took = Math.max(now() - before, 1)
  const rounds = Math.round((PROBE_ROUNDS * GUESS_MS) / took)
  return Math.min(Math.max(rounds, LEAST_ROUNDS), MOST_ROUNDS)
}

/** The key that a passphrase stands for. It is composed first, since keyboards write one letter in several ways. */
export async function keyOfPassphrase(passphrase: string, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const key = await subtle.importKey('raw', bytesOf(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return subtle.deriveKey(how, key, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

/** The key that the secret of a passkey stands for. */
export async function keyOfSecret(secret: BufferSource, salt: BufferSource): Promise<CryptoKey> {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf('proofmark field drafts') }
  return subtle.deriveKey(how, key, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

export async function wrap(outer: CryptoKey, key: CryptoKey): Promise<Wrapped> {
  const iv = random(12)
  return { iv, key: await subtle.wrapKey('raw', key, outer, { name: 'AES-GCM', iv }) }
}

/** Throws {@link WrongKeyError} where the outer key is another. `extractable` where it is to be wrapped anew. */
export async function unwrap(outer: CryptoKey, { iv, key }: Wrapped, extractable = false): Promise<CryptoKey> {
  const kind = { name: 'AES-GCM', length: 256 }
  return subtle
    .unwrapKey('raw', key, outer, { name: 'AES-GCM', iv }, kind, extractable, ['encrypt', 'decrypt'])
    .catch(() => {
      throw new WrongKeyError()
    })
}

/** SHA-256 in hexadecimal, as the server takes it. */
export async function hashOf(content: BufferSource): Promise<string> {
  const hash = new Uint8Array(await subtle.digest('SHA-256', content))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
