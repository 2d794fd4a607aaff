import { askMatch } from '../linkage/pointers/ask-match.ts'
import type { PointerLine } from '../linkage/pointers/frame.ts'
import { ledgerSeedTexts } from '../processes/ledgers.ts'
import { startProcesses } from '../processes/supervisor.ts'
import type { Shell } from './shell.ts'

/** A matching process for one command of the shell, which answers what other agencies know of a saved item. */
export async function withMatch<Result>(
  { store, installation, settings }: Shell,
  work: (ask: (savedItem: string) => Promise<PointerLine[]>) => Promise<Result>,
): Promise<Result> {
  const processes = await startProcesses({
    log: {
      url: store.urls.log,
      installation: installation.id,
      seeds: ledgerSeedTexts(store.keys),
      folder: settings.folder,
    },
    match: { url: store.urls.match },
  })
  try {
    return await work((savedItem) => askMatch(processes.ask, savedItem))
  } finally {
    await processes.stop()
  }
}
