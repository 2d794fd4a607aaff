import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type LoginPasswords, newPasswords } from './logins.ts'

/**
 * The secrets of an installation, each in a file of its own in `keys/` of the data folder (folder 0700, files 0600).
 * None derives from another or from a seed. Only `recordSecret` travels in a backup, and only encrypted.
 */
export interface InstallationKeys {
  /** From it records get their identifiers (HMAC-SHA-256): whoever lacks it can guess none. 32 bytes. */
  readonly recordSecret: Buffer
  /** Seed of the Ed25519 key (RFC 8032) that signs the checkpoints of the access log. 32 bytes. */
  readonly ledgerSeed: Buffer
  /** Seals the secrets of second factors (AES-256-GCM), and hashes the names and addresses of refused attempts. 32 bytes. */
  readonly signInKey: Buffer
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

async function readOrMake(path: string, make: () => string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    const content = make()
    await writeSecret(path, content)
    return content
  }
}

async function keysFolder(folder: string): Promise<string> {
  const keys = join(folder, 'keys')
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await chmod(keys, 0o700)
  return keys
}

/** The keys of the installation in this data folder; those that are not there yet are made. */
export async function openKeys(folder: string): Promise<InstallationKeys> {
  const keys = await keysFolder(folder)
  const recordSecret = await readOrMake(join(keys, 'record-ids'), () => randomBytes(32).toString('hex'))
  const ledgerSeed = await readOrMake(join(keys, 'ledger'), () => randomBytes(32).toString('hex'))
  const signInKey = await readOrMake(join(keys, 'sign-in'), () => randomBytes(32).toString('hex'))
  const logins = await readOrMake(join(keys, 'logins.json'), () => JSON.stringify(newPasswords()))
  return {
    recordSecret: Buffer.from(recordSecret, 'hex'),
    ledgerSeed: Buffer.from(ledgerSeed, 'hex'),
    signInKey: Buffer.from(signInKey, 'hex'),
    logins: JSON.parse(logins) as LoginPasswords,
  }
}

/** Puts the record secret of a restored backup in place of the one that stands there. */
export async function replaceRecordSecret(folder: string, secret: Buffer): Promise<void> {
  await writeSecret(join(await keysFolder(folder), 'record-ids'), secret.toString('hex'))
}
