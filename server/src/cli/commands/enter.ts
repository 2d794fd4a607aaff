import { basename, resolve } from 'node:path'
import { entryHintsRequest, entryRequest } from '@proofmark/contract/schemas/entry'
import { enterRecord } from '../../records/commands/enter-record.ts'
import { showHints } from '../../records/commands/show-hints.ts'
import { presentEntered, presentHints } from '../../records/present/entry.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { readSettings } from '../settings.ts'
import { withShell } from '../shell.ts'
import { typedJson } from '../typed.ts'

const FLAGS = { ...COMMON, hints: { type: 'boolean' } } as const

/** `proofmark enter FILE.json [--hints] [--json]`: enters one record, or says what the tables make of it. */
export async function enterCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const path = resolve(needed(words[0], 'FILE.json'))
  const text = await readText(path)
  await withShell(flags, async (shell) => {
    const { run, say, grounds } = shell
    if (flags.hints) {
      const { entry, corrects, persons: _, ...said } = typedJson(entryRequest, basename(path), text)
      const own = corrects === undefined ? {} : { entry }
      const input = entryHintsRequest.parse({ ...said, ...own, grounds })
      printJson(presentHints(await run((context) => showHints(context, input)), say, readSettings().locale))
      return
    }
    const input = typedJson(entryRequest, basename(path), text)
    const entered = presentEntered(await run((context) => enterRecord(context, input)))
    await matchHere(shell)
    if (flags.json) printJson(entered)
    else print(say('shell.entered', { change: entered.change, record: entered.record, version: entered.version }))
  })
}
