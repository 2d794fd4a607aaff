import { nameOfficer } from '../../access/commands/name-officer.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, agency: { type: 'string' } } as const

/** `proofmark officer NAME --agency A`: who alone hears of matches with the agency's silent sources. */
export async function officerCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const named = { officer: needed(words[0], 'NAME'), agency: needed(flags.agency, '--agency') }
  await withShell(flags, async ({ run, say }) => {
    await run((context) => nameOfficer(context, named))
    if (flags.json) printJson(named)
    else print(say('shell.officer_named', named))
  })
}
