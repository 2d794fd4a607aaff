import { needRole } from '../../access/policy/role.ts'
import { awaitAll } from '../../linkage/matching/match-all.ts'
import { countMatches } from '../../linkage/runs/count-matches.ts'
import { createPool } from '../../store/connection.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { matchEverything } from '../match-here.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, full: { type: 'boolean' } } as const

/** `proofmark link [--full] [--json]`: matches what waits, or with --full every record anew, and counts the links. */
export async function linkCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  await withShell(flags, async (shell) => {
    const { run, say, store } = shell
    if (flags.full) {
      await run(async ({ reader }) => needRole(reader, ['data_steward']))
      const pool = createPool(store.urls.match, 1)
      await awaitAll(pool).finally(() => pool.end())
    }
    await matchEverything(shell)
    const counts = await countMatches(run)
    if (flags.json) return printJson({ ...counts })
    print(say('shell.link_done', { ...counts }))
  })
}
