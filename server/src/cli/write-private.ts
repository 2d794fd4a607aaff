import { writeFile } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'

const UNWRITABLE: Readonly<Record<string, string>> = {
  ENOENT: 'folder',
  ENOTDIR: 'folder',
  EACCES: 'rights',
  EPERM: 'rights',
  EROFS: 'read_only',
}

/** Writes what was asked for into a file that nobody else reads. Throws `file_not_written`, which says why. */
export async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content, { mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    throw new ProofmarkError('file_not_written', { file, reason: UNWRITABLE[cause.code ?? ''] ?? 'other' }, cause)
  })
}
