import { ProofmarkError } from '@proofmark/contract/errors'
import type { Reader } from '../context.ts'

/** Throws `role_needed` unless this is the installer's shell, before the installation has an administrator. */
export function needInstaller(reader: Reader): void {
  if (!reader.installer) throw new ProofmarkError('role_needed', { role: 'installer' })
}
