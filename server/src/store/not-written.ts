import { ProofmarkError } from '@proofmark/contract/errors'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'folder',
  ENOTDIR: 'folder',
  EACCES: 'rights',
  EPERM: 'rights',
  EROFS: 'read_only',
}

/** Why a file cannot be written, in the words of `file_not_written`: by what the system answered. */
export const notWritten = (file: string, cause: unknown): ProofmarkError =>
  new ProofmarkError(
    'file_not_written',
    { file, reason: REASONS[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'other' },
    cause,
  )
