import { sayIn } from '@proofmark/contract/catalogues'
import type { Say } from '@proofmark/contract/messages'
import { ensureInstallation, type Installation } from '../access/commands/create-installation.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../store/connection.ts'
import { openStore, type Store, type StoreStep } from '../store/open-store.ts'
import { readPassphrase, UNWRAPPED, type Wrapping, wrappingUnder } from '../store/wrapping.ts'
import { tell } from './output.ts'
import { readSettings, type Settings } from './settings.ts'

/** What a command of the operator works with, who holds the data folder and needs no reader's name. */
export interface OperatorShell {
  readonly settings: Settings
  readonly store: Store
  readonly installation: Installation
  readonly say: Say
}

/** Opens the store for one command; says so where another command has to end first. */
export async function openForCommand({ folder, databaseUrl, locale, passphraseFile }: Settings): Promise<Store> {
  const onProgress = (step: StoreStep) => {
    if (step === 'store.waiting') tell(sayIn(locale)('shell.step.store.waiting'))
  }
  return openStore({ folder, databaseUrl, for: 'command', wrapping: await wrappingOf(passphraseFile), onProgress })
}

/** How the keys folder is wrapped: under the passphrase in this file, or not at all. Throws `passphrase_unreadable`. */
export const wrappingOf = async (passphraseFile: string | undefined): Promise<Wrapping> =>
  passphraseFile === undefined ? UNWRAPPED : wrappingUnder(await readPassphrase(passphraseFile))

/** Opens the data folder for an operator's command: to examine, back up or mend, never to look at records. */
export async function withStore<Result>(work: (shell: OperatorShell) => Promise<Result>): Promise<Result> {
  const settings = readSettings()
  const store = await openForCommand(settings)
  try {
    const pool = createPool(store.urls.serve, 1, SHELL_PATIENCE_SECONDS)
    const { name, country } = settings
    const installation = await ensureInstallation(pool, { name, country, demonstration: false }).finally(() =>
      pool.end(),
    )
    return await work({ settings, store, installation, say: sayIn(settings.locale) })
  } finally {
    await store.close()
  }
}
