import { orderRun } from '../../linkage/commands/order-run.ts'
import { type RunReport, reportRun } from '../../linkage/commands/report-run.ts'
import { openRun, stopRun } from '../../linkage/matching/run/open-run.ts'
import type { Oddity } from '../../linkage/queries/odd-sources.ts'
import { countMatches } from '../../linkage/runs/count-matches.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { matchEverything } from '../match-here.ts'
import { print, printJson } from '../output.ts'
import { workHere } from '../run-here.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = { ...COMMON, full: { type: 'boolean' }, stop: { type: 'boolean' } } as const

/**
 * `proofmark link [--full | --stop] [--json]`: matches what waits, or with --full every record anew, and counts the links;
 * with --stop nobody goes on with a run until somebody asks for it in full again.
 */
export async function linkCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const json = flags.json === true
  await withShell(flags, async (shell) => {
    if (flags.stop) return stop(shell, json)
    if (flags.full) await open(shell, json)
    const run = await workHere(shell, flags.full && json ? (percent) => printJson({ percent }) : undefined)
    if (run === 'left' || run === 'stopped') {
      if (run === 'left') process.exitCode = INTERRUPTED
      if (json) return printJson({ run })
      return print(shell.say(run === 'left' ? 'shell.run_left' : 'shell.run_stopped'))
    }
    await matchEverything(shell)
    const report = flags.full ? await shell.run(reportRun) : null
    const counts = await countMatches(shell.run)
    if (json) return printJson({ ...counts, ...(report ? { run: report.figures, odd: report.odd } : {}) })
    if (report) printReport(shell, report)
    print(shell.say('shell.link_done', { ...counts }))
  })
}

/** What a shell answers where the user interrupted a command. */
const INTERRUPTED = 130

async function withMatchPool<Result>({ store }: Shell, work: (pool: ReturnType<typeof createPool>) => Promise<Result>) {
  const pool = createPool(store.urls.match, 1, SHELL_PATIENCE_SECONDS)
  return work(pool).finally(() => pool.end())
}

async function open(shell: Shell, json: boolean): Promise<void> {
  await shell.run((context) => orderRun(context, 'ordered'))
  const { begun } = await withMatchPool(shell, openRun)
  if (!begun && !json) print(shell.say('shell.run_gone_on'))
}

async function stop(shell: Shell, json: boolean): Promise<void> {
  await shell.run((context) => orderRun(context, 'stopped'))
  const stopped = await withMatchPool(shell, stopRun)
  if (json) return printJson({ run: stopped ? 'stopped' : null })
  print(shell.say(stopped ? 'shell.run_stopped' : 'shell.run_none'))
}

function printReport({ say }: Shell, { figures, odd }: RunReport): void {
  if (figures) {
    const { records, lookedAt, bounded, written } = figures
    print(say('shell.run_done', { records, ...lookedAt, written }))
    if (bounded > 0) print(say('shell.run_bounded', { bounded }))
  }
  for (const each of odd) print(sayOdd(say, each))
}

function sayOdd(say: Shell['say'], { odd, ...parameters }: Oddity): string {
  return say(`shell.run_odd.${odd}`, parameters)
}
