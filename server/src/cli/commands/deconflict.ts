import { randomUUID } from 'node:crypto'
import { DECONFLICTION_KINDS, STANDING_DAYS } from '@proofmark/contract/deconfliction-words'
import { deconflictionAskRequest } from '@proofmark/contract/schemas/deconfliction'
import { askDeconfliction } from '../../cases/commands/ask-deconfliction.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { inOptions } from '../in-options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { withMatching } from '../with-match.ts'

const FLAGS = {
  ...COMMON,
  kind: { type: 'string' },
  value: { type: 'string' },
  case: { type: 'string' },
  id: { type: 'string' },
} as const

type DeconflictFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']
const DECONFLICT_WORDS = {
  ...{ kind: '--kind', value: '--value', case: '--case', id: '--id' },
  ...{ purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' },
}

/** `proofmark deconflict --kind K --value V --case REF --purpose P`: does somebody else work on this? */
export async function deconflictCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  await inOptions(DECONFLICT_WORDS, () => ask(flags))
}

async function ask(flags: DeconflictFlags): Promise<void> {
  const asked = {
    id: flags.id ?? randomUUID(),
    kind: listed('kind', needed(flags.kind, '--kind'), DECONFLICTION_KINDS),
    value: needed(flags.value, '--value'),
    case: needed(flags.case, '--case'),
  }
  await withShell(flags, async (shell) => {
    const { run, say, grounds } = shell
    const question = typed(deconflictionAskRequest, { ...asked, grounds })
    const kept = await run((context) => askDeconfliction(context, question))
    const [line] = await withMatching(shell, ({ deconflict }) => deconflict(kept))
    if (flags.json) return printJson(line ?? {})
    if (line) return print(say('shell.deconflict_ask', { ...line, contact: oneLine(line.contact) }))
    const until = new Date(Date.now() + STANDING_DAYS * 86_400_000).toISOString().slice(0, 10)
    print(say('shell.deconflict_none', { until }))
  })
}
