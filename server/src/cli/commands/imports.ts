import { openImport } from '../../records/commands/begin-import.ts'
import { stopImport } from '../../records/commands/stop-import.ts'
import { presentImport } from '../../records/present/import.ts'
import { listImports } from '../../records/queries/find-import.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { importFile } from '../../records/runs/import-file.ts'
import { judgeWholeImport } from '../../records/runs/judge-import.ts'
import { needUpload, uploadedContent } from '../../records/runs/receive-upload.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { endProgress, print, printJson, progress } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = { ...COMMON, source: { type: 'string' } } as const
const ACTIONS = ['list', 'stop', 'take-back', 'put-back', 'go-on'] as const
const SHOWN = 200

async function list({ run, say }: Shell, source: string | undefined, json: boolean | undefined): Promise<void> {
  const imports = await run(async (context) => {
    // A name that is none is not a source without imports.
    if (source !== undefined) await getSource(context, source)
    return listImports(context, { source, limit: SHOWN })
  })
  if (!json) print(say(imports.length === 0 ? 'shell.imports_none' : 'shell.imports_heading'))
  for (const found of imports) {
    const shown = presentImport(found, say)
    if (json) printJson(shown)
    else {
      const { import: id, source, state, rows, accepted, changed, unchanged, rejected, file } = shown
      print([id, source, state, rows, accepted, changed, unchanged, rejected, file ?? ''].join('\t'))
    }
  }
}

async function judge(shell: Shell, id: string, verdict: 'taken_back' | 'put_back'): Promise<void> {
  const { run, hold, say } = shell
  const { records } = await judgeWholeImport({ run, hold }, { import: id, verdict }, (so) =>
    progress(say('shell.judge_progress', { ...so })),
  )
  endProgress()
  print(say('shell.import_judged', { import: id, verdict, records }))
}

async function goOn({ run, hold, say }: Shell, id: string): Promise<void> {
  const { source, file } = await run(async (context) => {
    await needUpload(context, id)
    return openImport(context, id)
  })
  const content = uploadedContent(run, id)
  const outcome = await importFile({ run, hold }, { source: source.name, file: file ?? '', content, import: id })
  const { rows, accepted, rejected, unchanged, changed } = outcome
  print(say('shell.import_done', { import: id, rows, accepted, rejected, unchanged, changed }))
}

/** `proofmark imports [list] [--source NAME] [--json]`, `proofmark imports stop|take-back|put-back|go-on IMPORT`. */
export async function importsCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const action = listed('imports', words[0] ?? 'list', ACTIONS)
  await withShell(flags, async (shell) => {
    if (action === 'list') return list(shell, flags.source, flags.json)
    const id = needed(words[1], 'IMPORT')
    if (action === 'stop') return shell.run((context) => stopImport(context, id))
    if (action === 'go-on') await goOn(shell, id)
    else await judge(shell, id, action === 'take-back' ? 'taken_back' : 'put_back')
    await matchHere(shell)
  })
}
