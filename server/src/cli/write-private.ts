import { writeFile } from 'node:fs/promises'
import { notWritten } from '../store/not-written.ts'

/** Writes what was asked for into a file that nobody else reads. Throws `file_not_written`, which says why. */
export async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content, { mode: 0o600 }).catch((cause: unknown) => {
    throw notWritten(file, cause)
  })
}
