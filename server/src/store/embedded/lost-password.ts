import { EmbeddedError } from './errors.ts'
import { type ProcessIdentity, runAs } from './identity.ts'
import type { Layout } from './layout.ts'
import type { Binaries } from './locate-binaries.ts'
import { lastLines } from './log-file.ts'
import { SUPERUSER } from './server.ts'

/**
 * Gives the superuser a new password without knowing the old one, through PostgreSQL's single-user mode, for a data
 * folder whose key file was lost. Whoever owns the cluster's files may do so by design; no server may run. Throws
 * `postgres.start_failed`.
 */
export async function setPassword(
  layout: Layout,
  binaries: Binaries,
  identity: ProcessIdentity,
  password: string,
): Promise<void> {
  // The literal needs no escaping: passwords have letters, digits, - and _ only (password.ts).
  const end = await runAs(identity, binaries.postgres, ['--single', '-D', layout.cluster, 'postgres'], {
    cwd: layout.cluster,
    input: `ALTER ROLE ${SUPERUSER} PASSWORD '${password}';\n`,
  })
  if (end.code === 0 && !/(ERROR|FATAL|PANIC): /.test(end.output)) return
  throw new EmbeddedError('postgres.start_failed', {
    folder: layout.folder,
    reason: 'a new password could not be set',
    logTail: end.failure ?? lastLines(end.output),
  })
}
