import { matchLines } from '../../linkage/present/match.ts'
import { listMatches } from '../../linkage/runs/list-matches.ts'
import { csvLine } from '../../records/files/csv-line.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { write } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, source: { type: 'string' }, with: { type: 'string' }, csv: { type: 'boolean' } } as const

/** `proofmark matches [--source A] [--with B] --csv`: every pair that is likely or was judged, exact for programs. */
export async function matchesCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  await withShell(flags, async (shell) => {
    await matchHere(shell)
    const matches = listMatches(shell.run, flags)
    // What fails, fails before the heading is written.
    const first = await matches.next()
    async function* all() {
      if (first.done) return
      yield first.value
      yield* matches
    }
    for await (const line of matchLines(all(), csvLine)) await write(line)
  })
}
