import { resolve } from 'node:path'
import { sayIn } from '@proofmark/contract/catalogues'
import { KEY_CHANGE_KINDS } from '@proofmark/contract/exchange-words'
import { acquireFolder } from '../../store/embedded/lock.ts'
import { listKeys, rewrapKeys } from '../../store/keys.ts'
import { readPassphrase, UNWRAPPED, wrappingUnder } from '../../store/wrapping.ts'
import { listed, needed } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { readSettings } from '../settings.ts'
import { wrappingOf } from '../with-store.ts'
import { readAdministration } from './administration.ts'
import { renewKeys, switchToNextKeys } from './key-change.ts'

const ACTIONS = ['list', 'wrap', 'unwrap', 'renew', 'switch'] as const

/**
 * `proofmark keys [--json]`: which files of the keys folder are wrapped. `… wrap FILE` wraps all under the passphrase in
 * FILE, in place of the one before; `… unwrap` lays them bare; both not while a server runs. `… renew node|ledger` makes
 * keys that are to follow and tells partners; `… switch node [--despite]` uses them.
 */
export async function keysCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, { despite: { type: 'boolean' } })
  const action = listed('keys', words[0] ?? 'list', ACTIONS)
  if (action === 'renew' || action === 'switch') {
    const what = listed('keys', needed(words[1], KEY_CHANGE_KINDS.join('|')), KEY_CHANGE_KINDS)
    if (action === 'renew') return renewKeys(shell, what)
    return switchToNextKeys(shell, what, flags.despite === true)
  }
  const { folder, passphraseFile, locale } = readSettings()
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
