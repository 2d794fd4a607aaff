import { findLayout } from './layout.ts'
import { readPassword } from './password.ts'
import { findServer } from './postmaster-file.ts'
import { ask } from './probe.ts'
import { type EmbeddedServer, HOST, SUPERUSER } from './server.ts'

/**
 * The embedded server that runs on a data folder now, for a shell command that works beside the serving process; null
 * where none runs, none can be read, or none answers with the folder's password for the folder's data. Writes nothing,
 * starts nothing. The handle stops nothing: its `stop` does nothing at all.
 */
export async function findRunning(folder: string): Promise<EmbeddedServer | null> {
  const layout = await findLayout(folder)
  if (layout === null) return null
  const password = await readPassword(layout).catch(() => null)
  const port = (await findServer(layout))?.file.port ?? null
  if (password === null || port === null) return null
  if ((await ask(layout, port, password)).kind !== 'ready') return null
  const stop = async () => undefined
  return { host: HOST, port, superuser: SUPERUSER, password, adopted: true, keepRunning: () => undefined, stop }
}
