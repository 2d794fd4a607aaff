import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Say } from '@proofmark/contract/messages'
import type { Profile } from '@proofmark/contract/schemas/profile'
import type { Run } from '../../access/context.ts'
import { findUnfinished, getImport } from '../../records/queries/find-import.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { parseProfile } from '../../records/rules/parse-profile.ts'
import { type ImportInput, type ImportOutcome, importFile } from '../../records/runs/import-file.ts'
import { withinTransaction } from '../../records/runs/run.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { openFile, readText } from '../open-file.ts'
import { endProgress, print, printJson, progress, tell } from '../output.ts'
import { rejectsBeside, writeRejects } from '../rejects-files.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  source: { type: 'string' },
  profile: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest()
}

async function profileIn(path: string | undefined): Promise<Profile | undefined> {
  return path === undefined ? undefined : parseProfile(basename(path), await readText(resolve(path)))
}

/** Shows rate and time left while a file goes in. */
function showProgress(say: Say, size: number): NonNullable<ImportInput['onProgress']> {
  const began = Date.now()
  let first: { rows: number; bytes: number } | null = null
  return ({ rows, bytes }) => {
    first ??= { rows, bytes }
    const seconds = Math.max(0.001, (Date.now() - began) / 1000)
    const done = bytes - first.bytes
    const left = done <= 0 ? 0 : Math.round((seconds * (size - bytes)) / done)
    progress(say('shell.import_progress', { rows, rate: Math.round((rows - first.rows) / seconds), left }))
  }
}

/** An import of this very file that was interrupted before: the same command goes on with it. */
async function unfinished(run: Run, source: string, sha256: Buffer, say: Say): Promise<string | undefined> {
  const found = await run(async (context) => {
    const id = await findUnfinished(context, (await getSource(context, source)).id, sha256)
    return id === null ? null : getImport(context, id)
  })
  if (found) tell(say('shell.import_goes_on', { import: found.id, row: found.rows + 1 }))
  return found?.id
}

async function takeIn(shell: Shell, input: ImportInput, path: string, sha256: Buffer): Promise<ImportOutcome> {
  const { run, hold, say } = shell
  const open = await unfinished(run, input.source, sha256, say)
  let begun: string | undefined
  try {
    const outcome = await importFile({ run, hold }, { ...input, sha256, import: open, onBegin: (id) => (begun = id) })
    await writeRejects(run, outcome.import, rejectsBeside(path), say)
    return outcome
  } catch (failure) {
    endProgress()
    if (begun !== undefined) {
      const left = await run((context) => getImport(context, begun!)).catch(() => null)
      if (left) tell(say('shell.import_left', { import: left.id, rows: left.rows }))
    }
    throw failure
  }
}

/** `proofmark import FILE --source NAME [--profile FILE.json] [--dry-run] [--json]` */
export async function importCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const path = resolve(needed(words[0], 'FILE'))
  const source = needed(flags.source, '--source')
  const profile = await profileIn(flags.profile)
  const { size, stream } = await openFile(path)
  const { outcome, say } = await withShell(flags, async (shell) => {
    const { say, preview } = shell
    const input: ImportInput = {
      source,
      file: basename(path),
      content: stream as AsyncIterable<Uint8Array>,
      bytes: size,
      profile,
      onProgress: showProgress(say, size),
    }
    try {
      const outcome = flags['dry-run']
        ? await preview(async (context) => {
            const place = withinTransaction(context)
            const tried = await importFile(place, input)
            await writeRejects(place.run, tried.import, rejectsBeside(path), say)
            return tried
          })
        : await takeIn(shell, input, path, await hashOf(path))
      endProgress()
      if (!flags['dry-run']) await matchHere(shell)
      return { outcome, say }
    } finally {
      endProgress()
      stream.destroy()
    }
  })
  report(outcome, path, flags, say)
}

function report(
  outcome: ImportOutcome,
  path: string,
  flags: { readonly json?: boolean; readonly 'dry-run'?: boolean },
  say: Say,
): void {
  const { import: id, state, unused, absent, read, rows, accepted, rejected, unchanged, changed } = outcome
  const counts = { rows, accepted, rejected, unchanged, changed }
  if (unused.length > 0) tell(say('shell.import_unused', { columns: unused.join(', ') }))
  if (absent.length > 0) tell(say('shell.import_absent', { columns: absent.join(', ') }))
  const files = rejectsBeside(path)
  const rejects = counts.rejected === 0 ? null : files.reasons
  if (state === 'stopped') {
    tell(say('shell.import_stopped'))
    process.exitCode = 1
  }
  if (flags.json) {
    printJson({ ...counts, rejects })
    return
  }
  print(say(flags['dry-run'] ? 'shell.import_previewed' : 'shell.import_done', { import: id, ...counts }))
  const shares = Object.entries(read).map(
    ([field, share]) => `${field} ${((100 * share.read) / share.stated).toFixed(1)} %`,
  )
  if (shares.length > 0) print(say('shell.import_read', { shares: shares.join(', ') }))
  if (rejects) {
    print(say('shell.import_rejects', { file: files.reasons }))
    print(say('shell.import_rejected_rows', { file: files.rows }))
  }
}
