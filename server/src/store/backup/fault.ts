import { ProofmarkError } from '@proofmark/contract/errors'

/**
 * Why a file cannot be restored. `damaged`: cut short, or changed in any byte. `contents`: whole and authentic, but not
 * what this Proofmark understands.
 */
export const BACKUP_FAULTS = ['not_a_backup', 'format_newer', 'wrong_key', 'damaged', 'contents'] as const
export type BackupFaultReason = (typeof BACKUP_FAULTS)[number]

/** A fault found below the place that knows the file's name. */
export class BackupFault extends Error {
  readonly reason: BackupFaultReason
  constructor(reason: BackupFaultReason, detail: string) {
    super(detail)
    this.name = 'BackupFault'
    this.reason = reason
  }
}

/** What to throw for a failure while this file was read: `backup_unreadable` for its faults, others as they are. */
export function namingFile(file: string, failure: unknown): unknown {
  if (!(failure instanceof BackupFault)) return failure
  return new ProofmarkError('backup_unreadable', { file, reason: failure.reason }, failure)
}
