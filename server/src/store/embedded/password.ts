import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { EmbeddedError, systemCode } from './errors.ts'
import type { Layout } from './layout.ts'

/** Only these: a password also travels inside one quoted SQL literal, which must not need escaping. */
const FORM = /^[A-Za-z0-9_-]{20,200}$/

/**
 * The superuser's password as written in `keys/postgres`, or null where there is no such file. Throws
 * `postgres.password_refused` for a file that holds something else.
 */
export async function readPassword(layout: Layout): Promise<string | null> {
  let text: string
  try {
    text = (await readFile(layout.passwordFile, 'utf8')).trim()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
  if (!FORM.test(text)) throw new EmbeddedError('postgres.password_refused', { file: layout.passwordFile })
  return text
}

/** A new random password of 256 bits, not yet kept anywhere. */
export function newPassword(): string {
  return randomBytes(32).toString('base64url')
}

/** Keeps the password for this user alone, whole or not at all. */
export async function keepPassword(layout: Layout, password: string): Promise<void> {
  const beside = `${layout.passwordFile}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(`${password}\n`)
    await file.chmod(0o600)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, layout.passwordFile)
}
