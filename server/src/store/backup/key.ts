import { hkdfSync, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { KEY_ID_LENGTH } from './header.ts'

const KEY_LENGTH = 32
/** A key file is 65 bytes; whatever is much longer was named by mistake. */
const KEY_FILE_LIMIT = 1024

/** The keys of one file, derived from the backup's key and the file's salt (HKDF-SHA-256, RFC 5869). */
export interface FileKeys {
  /** Seals the chunks of this file and of no other, so that their nonces may count from 0. */
  readonly chunks: Buffer
  /** Tells a wrong key from a damaged file, and nothing about the key. */
  readonly id: Buffer
}

export function fileKeys(key: Buffer, salt: Buffer): FileKeys {
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, `proofmark backup 1 ${use}`, length))
  return { chunks: derive('chunks', KEY_LENGTH), id: derive('key identifier', KEY_ID_LENGTH) }
}

export const newBackupKey = (): Buffer => randomBytes(KEY_LENGTH)

/** The key that 64 hexadecimal digits stand for; null where they are not that. */
export function parseBackupKey(text: string): Buffer | null {
  const digits = text.trim()
  return /^[0-9a-f]{64}$/i.test(digits) ? Buffer.from(digits, 'hex') : null
}

/** The key that PROOFMARK_BACKUP_KEY states. Throws `usage`, which never repeats the value. */
export function statedBackupKey(text: string): Buffer {
  const key = parseBackupKey(text)
  if (key === null) throw new ProofmarkError('usage', { reason: 'PROOFMARK_BACKUP_KEY is not 64 hexadecimal digits' })
  return key
}

/** Where the key of a backup lies that was made without PROOFMARK_BACKUP_KEY. */
export const keyFileOf = (file: string): string => `${file}.key`

export async function writeKeyFile(path: string, key: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${key.toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The key in a key file; null where there is no such file. Throws `file_not_opened`. */
export async function readKeyFile(path: string): Promise<Buffer | null> {
  let text: string
  try {
    text = await readFile(path, 'latin1')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new ProofmarkError('file_not_opened', { file: path, reason: code ?? 'unreadable' }, cause)
  }
  const key = text.length > KEY_FILE_LIMIT ? null : parseBackupKey(text)
  if (key === null) throw new ProofmarkError('file_not_opened', { file: path, reason: 'not 64 hexadecimal digits' })
  return key
}
