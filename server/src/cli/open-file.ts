import { createReadStream, type ReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'

function notOpened(file: string, reason: string, cause?: unknown): ProofmarkError {
  return new ProofmarkError('file_not_opened', { file, reason }, cause)
}

const reasonOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? 'unreadable'

/** Opens a file for reading, with its size in bytes. Throws `file_not_opened` where there is none or it is a folder. */
export async function openFile(path: string): Promise<{ readonly size: number; readonly stream: ReadStream }> {
  const size = await fileSize(path)
  return { size, stream: createReadStream(path) }
}

/** The size of a file in bytes. Throws `file_not_opened` where there is none or it is a folder. */
export async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw notOpened(path, reasonOf(cause), cause)
  })
  if (!found.isFile()) throw notOpened(path, 'EISDIR')
  return found.size
}

/** All bytes of a file that is kept in memory. Throws `file_not_opened`. */
export async function readBytes(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    throw notOpened(path, reasonOf(cause), cause)
  })
}

/** A small file as text. Throws `file_not_opened`. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw notOpened(path, reasonOf(cause), cause)
  })
}
