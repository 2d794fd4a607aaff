import { resolve } from 'node:path'
import { sayIn } from '@proofmark/contract/catalogues'
import type { Say } from '@proofmark/contract/messages'
import { readErasures } from '../../store/backup/honour-erasures.ts'
import { type RestoreProgress, restoreBackup } from '../../store/backup/restore-backup.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { endProgress, print, printJson, progress, tell } from '../output.ts'
import { readSettings } from '../settings.ts'
import { wrappingOf } from '../with-store.ts'

const FLAGS = { json: COMMON.json, key: { type: 'string' }, erasures: { type: 'string' } } as const

/**
 * `proofmark restore FILE [--key FILE] [--erasures FILE] [--json]`: fills an empty data folder from a backup, upgrading it to this
 * Proofmark. Everybody signs in again afterwards.
 */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const file = resolve(needed(words[0], 'FILE'))
  const { folder, databaseUrl, backupKey, locale, passphraseFile } = readSettings()
  const say = sayIn(locale)
  const done = await restoreBackup({
    file,
    keyFile: flags.key === undefined ? undefined : resolve(flags.key),
    statedKey: backupKey,
    ...(flags.erasures === undefined ? {} : { erasures: await readErasures(resolve(flags.erasures)) }),
    folder,
    databaseUrl,
    wrapping: await wrappingOf(passphraseFile),
    onProgress: (reached) => progress(sentence(say, reached)),
  }).finally(endProgress)
  if (flags.json) {
    printJson(done)
    return
  }
  const taken = `${done.taken.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  print(say('shell.restore_done', { file: done.file, taken, rows: done.rows, folder }))
  if (done.upgraded.length > 0) print(say('shell.restore_upgraded', { migrations: done.upgraded.length }))
  tell(say('shell.restore_sign_in'))
}

function sentence(say: Say, reached: RestoreProgress): string {
  return say(`shell.restore_${reached.step}`, { ...reached })
}
