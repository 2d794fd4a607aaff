import { renewReadings } from '../../records/runs/renew-readings.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { endProgress, print, printJson, progress } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, agency: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

/** `proofmark reread [--agency NAME] [--dry-run] [--json]`: reads an agency's records again by the tables of today. */
export async function rereadCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const preview = flags['dry-run'] === true
  await withShell(flags, async (shell) => {
    const { run, say } = shell
    const outcome = await renewReadings(run, {
      agency: flags.agency,
      preview,
      onProgress: (so) => progress(say('shell.reread_progress', { ...so })),
    }).finally(endProgress)
    if (!preview) await matchHere(shell)
    if (flags.json) return printJson({ ...outcome })
    for (const { field, stated, from, to, records } of outcome.changes)
      print([records, field, stated, from.name ?? from.state, '→', to.name ?? to.state].join('\t'))
    const { records, changed } = outcome
    print(say(preview ? 'shell.reread_previewed' : 'shell.reread_done', { records, changed }))
  })
}
