import { passkeySecret } from './passkey-secret.ts'
import { keyOfPassphrase, keyOfSecret, measureRounds, newKey, newSalt, unwrap, WrongKeyError, wrap } from './seal.ts'
import type { DeviceStore, Lock } from './store.ts'

/** Shorter ones are guessed by whoever has the device in a drawer. */
export const LEAST_PASSPHRASE = 10

/** A key in use: in memory alone, gone with the page. */
export interface Opened {
  readonly officer: string
  readonly keyName: string
  readonly way: Lock['way']
  readonly key: CryptoKey
}

/** Why there is no lock of this way: the passkey was not given, or what keeps it makes no secrets. */
export class NoSecretError extends Error {
  override readonly name = 'NoSecretError'
}

/** Where a key comes from: words that somebody remembers, or their passkey. */
export type Way = { readonly way: 'passphrase'; readonly passphrase: string } | { readonly way: 'passkey' }

interface LockOptions {
  readonly rounds?: () => Promise<number>
  readonly secret?: typeof passkeySecret
}

async function outerKey(
  way: Way,
  salt: Lock['salt'],
  rounds: number,
  secret: typeof passkeySecret,
): Promise<CryptoKey> {
  if (way.way === 'passphrase') return keyOfPassphrase(way.passphrase, salt, rounds)
  const made = await secret(salt)
  if (made === null) throw new NoSecretError()
  return keyOfSecret(made, salt)
}

/** Makes a lock for an officer who has none here. Throws {@link NoSecretError}. */
export async function makeLock(
  store: DeviceStore,
  officer: string,
  way: Way,
  { rounds: measure = measureRounds, secret = passkeySecret }: LockOptions = {},
): Promise<Opened> {
  const [salt, rounds, key] = [newSalt(), way.way === 'passphrase' ? await measure() : 0, await newKey()]
  const outer = await outerKey(way, salt, rounds, secret)
  const lock: Lock = {
    officer,
    way: way.way,
    salt,
    rounds,
    wrapped: await wrap(outer, key),
    keyName: crypto.getRandomValues(new Uint32Array(2)).join('-'),
  }
  await store.put('locks', lock)
  return openLock(lock, way, outer)
}

/** Opens a lock. Throws {@link WrongKeyError}, and {@link NoSecretError}. */
export async function openLock(
  lock: Lock,
  way: Way,
  known?: CryptoKey,
  { secret = passkeySecret }: LockOptions = {},
): Promise<Opened> {
  const outer = known ?? (await outerKey(way, lock.salt, lock.rounds, secret))
  const { officer, keyName } = lock
  return { officer, keyName, way: lock.way, key: await unwrap(outer, lock.wrapped) }
}

/** What an officer who was given another code, or who wants other words, does to a lock; the drafts stay as they are. */
export async function changeLock(
  store: DeviceStore,
  lock: Lock,
  passphrase: string,
  to: { readonly officer: string; readonly passphrase: string },
  { rounds: measure = measureRounds }: LockOptions = {},
): Promise<Opened> {
  if (lock.way !== 'passphrase') throw new WrongKeyError()
  const key = await unwrap(await keyOfPassphrase(passphrase, lock.salt, lock.rounds), lock.wrapped, true)
  const [salt, rounds] = [newSalt(), await measure()]
  const outer = await keyOfPassphrase(to.passphrase, salt, rounds)
  const changed: Lock = { ...lock, officer: to.officer, salt, rounds, wrapped: await wrap(outer, key) }
  await store.moveLock(lock.officer, changed)
  return openLock(changed, { way: 'passphrase', passphrase: to.passphrase }, outer)
}
