import { unlink } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Say } from '@proofmark/contract/messages'
import { importFile } from '../../records/commands/import-file.ts'
import { preview } from '../../records/commands/preview.ts'
import { presentReject } from '../../records/present/reject.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { openCsvFile } from '../csv-file.ts'
import { openFile } from '../open-file.ts'
import { endProgress, print, printJson, progress, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, source: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
const REJECT_HEADINGS = ['row', 'field', 'value', 'reason', 'accepted'] as const

/** Shows rate and time left while a file goes in. */
function showProgress(say: Say, size: number, stream: { readonly bytesRead: number }) {
  const began = Date.now()
  return (rows: number) => {
    const seconds = Math.max(0.001, (Date.now() - began) / 1000)
    const left = stream.bytesRead === 0 ? 0 : Math.round((seconds * (size - stream.bytesRead)) / stream.bytesRead)
    progress(say('shell.import_progress', { rows, rate: Math.round(rows / seconds), left }))
  }
}

/** `proofmark import FILE --source NAME [--dry-run] [--json]`: rows that come back go into FILE.rejects.csv. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const path = resolve(needed(words[0], 'FILE'))
  const source = needed(flags.source, '--source')
  const { size, stream } = await openFile(path)
  const rejectsPath = `${path}.rejects.csv`
  const result = await withShell(flags, async ({ run, say }) => {
    const rejects = openCsvFile(rejectsPath, REJECT_HEADINGS)
    try {
      const input = {
        source,
        file: basename(path),
        content: stream as AsyncIterable<Uint8Array>,
        onReject: (reject: Parameters<typeof presentReject>[0]) => rejects.write(presentReject(reject, say)),
        onProgress: showProgress(say, size, stream),
      }
      const counts = flags['dry-run']
        ? await preview(run, (context) => importFile(context, input))
        : await run((context) => importFile(context, input))
      return { counts, say }
    } finally {
      endProgress()
      stream.destroy()
      await rejects.close()
    }
  }).catch(async (failure: unknown) => {
    await unlink(rejectsPath).catch(() => {})
    throw failure
  })
  const { import: _, unused, ...counts } = result.counts
  if (unused.length > 0) tell(result.say('shell.import_unused', { columns: unused.join(', ') }))
  if (counts.rejected === 0) await unlink(rejectsPath).catch(() => {})
  const rejects = counts.rejected === 0 ? null : rejectsPath
  if (flags.json) return printJson({ ...counts, rejects })
  print(result.say(flags['dry-run'] ? 'shell.import_previewed' : 'shell.import_done', counts))
  if (rejects) print(result.say('shell.import_rejects', { file: rejects }))
}
