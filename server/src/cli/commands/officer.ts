import { nameOfficer } from '../../access/commands/name-officer.ts'
import { nameOverseer } from '../../access/commands/name-overseer.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, agency: { type: 'string' }, oversight: { type: 'boolean' } } as const

/**
 * `proofmark officer NAME --agency A [--oversight]`: who alone hears of matches with the agency's silent sources, or of
 * findings against its custody before anybody else.
 */
export async function officerCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const named = { officer: needed(words[0], 'NAME'), agency: needed(flags.agency, '--agency') }
  await withShell(flags, async ({ run, say }) => {
    await run((context) => (flags.oversight ? nameOverseer(context, named) : nameOfficer(context, named)))
    if (flags.json) printJson(named)
    else print(say(flags.oversight ? 'shell.overseer_named' : 'shell.officer_named', named))
  })
}
