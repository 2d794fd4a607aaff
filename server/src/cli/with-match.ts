import { type AskDeconfliction, askDeconflictionOver } from '../cases/deconfliction/ask-match.ts'
import { type AskClearance, askClearanceOver } from '../custody/clearance/ask-match.ts'
import { askMatch } from '../linkage/pointers/ask-match.ts'
import type { PointerLine } from '../linkage/pointers/frame.ts'
import { ledgerSeedTexts } from '../processes/ledgers.ts'
import { startProcesses } from '../processes/supervisor.ts'
import type { Shell } from './shell.ts'

/** What a matching process answers: of a saved item, and of what is to be compared with others. */
export interface MatchingLine {
  readonly pointers: (savedItem: string) => Promise<PointerLine[]>
  readonly deconflict: AskDeconfliction
  readonly clear: AskClearance
}

/** A matching process for one command of the shell, which answers what other agencies know of a saved item. */
export const withMatch = <Result>(
  shell: Shell,
  work: (ask: (savedItem: string) => Promise<PointerLine[]>) => Promise<Result>,
): Promise<Result> => withMatching(shell, ({ pointers }) => work(pointers))

/** The same with all that it answers. */
export async function withMatching<Result>(
  { store, installation, settings }: Shell,
  work: (line: MatchingLine) => Promise<Result>,
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
    return await work({
      pointers: (savedItem) => askMatch(processes.ask, savedItem),
      deconflict: (compared) => askDeconflictionOver(processes.ask, compared),
      clear: (kept) => askClearanceOver(processes.ask, kept),
    })
  } finally {
    await processes.stop()
  }
}
