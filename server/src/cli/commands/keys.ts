import { resolve } from 'node:path'
import { sayIn } from '@proofmark/contract/catalogues'
import { acquireFolder } from '../../store/embedded/lock.ts'
import { listKeys, rewrapKeys } from '../../store/keys.ts'
import { readPassphrase, UNWRAPPED, wrappingUnder } from '../../store/wrapping.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { readSettings } from '../settings.ts'
import { wrappingOf } from '../with-store.ts'

/**
 * `proofmark keys [--json]`: which files of the keys folder are wrapped. `proofmark keys wrap FILE` wraps all under the
 * passphrase in FILE, in place of the one before; `proofmark keys unwrap` lays them bare. Not while a server runs.
 */
export async function keysCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { json: COMMON.json })
  const { folder, passphraseFile, locale } = readSettings()
  const action = listed('keys', words[0] ?? 'list', ['list', 'wrap', 'unwrap'] as const)
  if (action !== 'list') {
    const to = action === 'unwrap' ? UNWRAPPED : wrappingUnder(await readPassphrase(resolve(needed(words[1], 'FILE'))))
    const from = await wrappingOf(passphraseFile)
    const lock = await acquireFolder(folder)
    await rewrapKeys(folder, from, to).finally(() => lock.release())
  }
  const say = sayIn(locale)
  for (const { name, wrapped } of await listKeys(folder)) {
    if (flags.json) printJson({ name, wrapped })
    else print(`${name}\t${say(wrapped ? 'shell.key_wrapped' : 'shell.key_bare')}`)
  }
}
