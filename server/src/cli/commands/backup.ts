import { resolve } from 'node:path'
import { settleLedgers } from '../../processes/ledgers.ts'
import { writeBackup } from '../../store/backup/write-backup.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { endProgress, print, printJson, progress, tell } from '../output.ts'
import { VERSION } from '../version.ts'
import { type OperatorShell, withStore } from '../with-store.ts'

/**
 * `proofmark backup FILE [--json]`: one encrypted file that holds everything but sessions and links, taken while the
 * server serves. Its key is PROOFMARK_BACKUP_KEY, or lies in FILE.key.
 */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { json: COMMON.json })
  const file = resolve(needed(words[0], 'FILE'))
  await withStore(async (shell) => {
    const { store, settings, installation, say } = shell
    const done = await writeBackup(store, {
      file,
      statedKey: settings.backupKey,
      actor: installation.installer,
      version: VERSION,
      clock: () => new Date(),
      onProgress: (table, rows) => progress(say('shell.backup_progress', { table, rows })),
    }).finally(endProgress)
    await placeEntry(shell)
    if (flags.json) printJson(done)
    else print(say('shell.backup_done', { file: done.file, rows: done.rows, tables: done.tables, bytes: done.bytes }))
    if (done.keyFile !== null) tell(say('shell.backup_key', { key: done.keyFile }))
  })
}

/** Where no log process runs, the entry of this backup gets its place in the tree here. */
async function placeEntry({ store, installation }: OperatorShell): Promise<void> {
  if (store.shared) return
  const pool = createPool(store.urls.log, 1, SHELL_PATIENCE_SECONDS)
  try {
    await settleLedgers(pool, installation.id, store.keys)
  } finally {
    await pool.end()
  }
}
