import { randomBytes } from 'node:crypto'
import { access, chmod, cp, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { isTlsIdentity, makeTlsIdentity, type NodeSecrets } from '../exchange/keys/node-keys.ts'
import { isPasswords, type LoginPasswords, newPasswords } from './logins.ts'
import { isWrapped, UNWRAPPED, type Wrapping } from './wrapping.ts'

/**
 * The secrets of an installation, each in a file of its own in `keys/` of the data folder (folder 0700, files 0600).
 * None derives from another or from a seed; where a passphrase is given, each is wrapped under it. Only `recordSecret` travels in a backup, and only encrypted.
 */
export interface InstallationKeys {
  /** From it records get their identifiers (HMAC-SHA-256): whoever lacks it can guess none. 32 bytes. */
  readonly recordSecret: Buffer
  /** Seed of the Ed25519 key (RFC 8032) that signs the checkpoints of the access log. 32 bytes. */
  readonly ledgerSeed: Buffer
  /** The same for the checkpoints of the exchange ledger. 32 bytes. */
  readonly exchangeLedgerSeed: Buffer
  /** Seed of the key by which partners' checkpoints are cosigned. 32 bytes. */
  readonly cosignerSeed: Buffer
  /** Seals the secrets of second factors (AES-256-GCM), and hashes the names and addresses of refused attempts. 32 bytes. */
  readonly signInKey: Buffer
  /** Seals the keys of the private look-up, which stand in a folder of their own (AES-256-GCM). 32 bytes. */
  readonly lookUpKey: Buffer
  readonly logins: LoginPasswords
}

async function writeSecret(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return null
  }
}

/** The secret of this name; made where there is none yet. One that stands bare is wrapped where a passphrase is given. */
async function readOrMake(folder: string, name: SecretName, wrapping: Wrapping): Promise<string> {
  const path = join(folder, 'keys', name)
  const kept = await readIfThere(path)
  const content = kept === null ? SECRETS[name].make() : (await wrapping.open(name, kept)).trim()
  if (!SECRETS[name].is(content))
    throw new ProofmarkError('key_damaged', { folder, name, kind: name === 'record-ids' ? 'records' : 'other' })
  if (kept === null || (wrapping !== UNWRAPPED && !isWrapped(kept)))
    await writeSecret(path, await wrapping.seal(name, content))
  return content
}

async function keysFolder(folder: string): Promise<string> {
  const keys = join(folder, 'keys')
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await chmod(keys, 0o700)
  return keys
}

interface Secret {
  readonly make: () => string
  readonly is: (content: string) => boolean
}

const RANDOM: Secret = {
  make: () => randomBytes(32).toString('hex'),
  is: (content) => /^[0-9a-f]{64}$/.test(content),
}

/** What each file of the folder holds. */
const SECRETS = {
  'record-ids': RANDOM,
  ledger: RANDOM,
  'exchange-ledger': RANDOM,
  cosigner: RANDOM,
  'sign-in': RANDOM,
  'private-look-up': RANDOM,
  'logins.json': { make: () => JSON.stringify(newPasswords()), is: isPasswords },
  // Made when partners are first spoken of.
  'exchange-message': RANDOM,
  'exchange-envelope': RANDOM,
  'exchange-tls.json': {
    make: () => JSON.stringify(makeTlsIdentity(new Date())),
    is: (content) => readTlsIdentity(content) !== null,
  },
  // What is to take the place of the one of that name, once partners know it.
  'exchange-ledger.next': RANDOM,
  'exchange-message.next': RANDOM,
  'exchange-tls.json.next': {
    make: () => JSON.stringify(makeTlsIdentity(new Date())),
    is: (content) => readTlsIdentity(content) !== null,
  },
} as const satisfies Record<string, Secret>
type SecretName = keyof typeof SECRETS
const NAMES = Object.keys(SECRETS) as SecretName[]

/**
 * The keys of the installation in this data folder; those that are not there yet are made. Throws `keys_wrapped`,
 * `passphrase_wrong`, and `key_damaged` for a file that holds something else.
 */
export async function openKeys(folder: string, wrapping: Wrapping): Promise<InstallationKeys> {
  await keysFolder(folder)
  const secret = (name: SecretName) => readOrMake(folder, name, wrapping)
  const recordSecret = await secret('record-ids')
  const ledgerSeed = await secret('ledger')
  const exchangeLedgerSeed = await secret('exchange-ledger')
  const cosignerSeed = await secret('cosigner')
  const signInKey = await secret('sign-in')
  const lookUpKey = await secret('private-look-up')
  return {
    recordSecret: Buffer.from(recordSecret, 'hex'),
    ledgerSeed: Buffer.from(ledgerSeed, 'hex'),
    exchangeLedgerSeed: Buffer.from(exchangeLedgerSeed, 'hex'),
    cosignerSeed: Buffer.from(cosignerSeed, 'hex'),
    signInKey: Buffer.from(signInKey, 'hex'),
    lookUpKey: Buffer.from(lookUpKey, 'hex'),
    logins: JSON.parse(await secret('logins.json')) as LoginPasswords,
  }
}

function readTlsIdentity(content: string): ReturnType<typeof makeTlsIdentity> | null {
  try {
    const identity = JSON.parse(content) as ReturnType<typeof makeTlsIdentity>
    return isTlsIdentity(identity) ? identity : null
  } catch {
    return null
  }
}

/**
 * What this installation speaks to partners with; made at first use. It is in no backup: a folder without it is another
 * node to its partners, who must be given its new identity. Throws as openKeys does.
 */
export async function openExchangeKeys(folder: string, wrapping: Wrapping): Promise<NodeSecrets> {
  await keysFolder(folder)
  const tls = readTlsIdentity(await readOrMake(folder, 'exchange-tls.json', wrapping))!
  return {
    messageSeed: await readOrMake(folder, 'exchange-message', wrapping),
    envelopeSeed: await readOrMake(folder, 'exchange-envelope', wrapping),
    tlsKey: tls.key,
    tlsCertificate: tls.certificate,
  }
}

/** The keys by which the node will speak; made where there are none yet. Its envelope key stays. Throws as openKeys does. */
export async function openNextExchangeKeys(folder: string, wrapping: Wrapping): Promise<NodeSecrets> {
  const now = await openExchangeKeys(folder, wrapping)
  const tls = readTlsIdentity(await readOrMake(folder, 'exchange-tls.json.next', wrapping))!
  const messageSeed = await readOrMake(folder, 'exchange-message.next', wrapping)
  return { ...now, messageSeed, tlsKey: tls.key, tlsCertificate: tls.certificate }
}

/** The seed by which the exchange ledger will be signed; made where there is none yet. */
export const openNextLedgerSeed = async (folder: string, wrapping: Wrapping): Promise<Buffer> =>
  Buffer.from(await readOrMake(folder, 'exchange-ledger.next', wrapping), 'hex')

const FOLLOWED = { node: ['exchange-tls.json', 'exchange-message'], ledger: ['exchange-ledger'] } as const

/**
 * Lets the keys that were made to follow take their place; what follows already does so on. Whoever is killed in between
 * calls it again. Answers whether any was there.
 */
export async function switchKeys(folder: string, what: keyof typeof FOLLOWED, wrapping: Wrapping): Promise<boolean> {
  const keys = await keysFolder(folder)
  let moved = false
  for (const name of FOLLOWED[what]) {
    const following = `${name}.next` as const
    const kept = await readIfThere(join(keys, following))
    if (kept === null) continue
    // What is wrapped is bound to its name.
    await writeSecret(join(keys, name), await wrapping.seal(name, await wrapping.open(following, kept)))
    await rm(join(keys, following))
    moved = true
  }
  return moved
}

/** Puts the record secret of a restored backup in place of the one that stands there. */
export async function replaceRecordSecret(folder: string, secret: Buffer, wrapping: Wrapping): Promise<void> {
  const content = await wrapping.seal('record-ids', secret.toString('hex'))
  await writeSecret(join(await keysFolder(folder), 'record-ids'), content)
}

export interface KeptSecret {
  readonly name: string
  readonly wrapped: boolean
}

/** The files of the keys folder, and whether each is wrapped; none where there is no folder yet. */
export async function listKeys(folder: string): Promise<KeptSecret[]> {
  const kept = await Promise.all(
    NAMES.map(async (name) => ({ name, text: await readIfThere(join(folder, 'keys', name)) })),
  )
  return kept.flatMap(({ name, text }) => (text === null ? [] : [{ name, wrapped: isWrapped(text) }]))
}

const NEW_FOLDER = 'keys.new'
const OLD_FOLDER = 'keys.old'

/**
 * Wraps all files anew, under another passphrase or under none: into a folder of its own, which takes the place of the
 * other when it is whole. Whoever is killed in between finds the one or the other.
 */
export async function rewrapKeys(folder: string, from: Wrapping, to: Wrapping): Promise<void> {
  await finishRewrap(folder)
  const keys = await keysFolder(folder)
  const fresh = join(folder, NEW_FOLDER)
  await rm(fresh, { recursive: true, force: true })
  await cp(keys, fresh, { recursive: true, preserveTimestamps: true })
  await chmod(fresh, 0o700)
  for (const name of NAMES) {
    const kept = await readIfThere(join(keys, name))
    if (kept !== null) await writeSecret(join(fresh, name), await to.seal(name, await from.open(name, kept)))
  }
  await writeSecret(join(fresh, WHOLE), '')
  await finishRewrap(folder)
}

/** In a new folder: all of it is there. */
const WHOLE = 'whole'

/** Ends a rewrapping that was whole when its process was killed. One that was not is overwritten by the next. */
export async function finishRewrap(folder: string): Promise<void> {
  const [keys, fresh, old] = [join(folder, 'keys'), join(folder, NEW_FOLDER), join(folder, OLD_FOLDER)]
  if (await isThere(join(fresh, WHOLE))) {
    // Where the old one is already out of the way, only the last step is missing.
    if (!(await isThere(old))) await rename(keys, old)
    await rename(fresh, keys)
  }
  await rm(join(keys, WHOLE), { force: true })
  await rm(old, { recursive: true, force: true })
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
