import { ProofmarkError } from '@proofmark/contract/errors'
import { nameOfficer } from '../../access/commands/name-officer.ts'
import { nameOverseer } from '../../access/commands/name-overseer.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  agency: { type: 'string' },
  oversight: { type: 'boolean' },
  nobody: { type: 'boolean' },
} as const

/**
 * `proofmark officer NAME --agency A [--oversight]`: who alone hears of matches with the agency's silent sources, or of
 * findings against its custody before anybody else. `proofmark officer --nobody --agency A --oversight`: nobody does.
 */
export async function officerCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const agency = needed(flags.agency, '--agency')
  if (flags.nobody) {
    if (!flags.oversight || words.length > 0) throw new ProofmarkError('usage', { reason: '--nobody --oversight' })
    return withShell(flags, async ({ run, say }) => {
      await run((context) => nameOverseer(context, { agency, officer: null }))
      if (flags.json) printJson({ officer: null, agency })
      else print(say('shell.overseer_unnamed', { agency }))
    })
  }
  const named = { officer: needed(words[0], 'NAME'), agency }
  await withShell(flags, async ({ run, say }) => {
    await run((context) => (flags.oversight ? nameOverseer(context, named) : nameOfficer(context, named)))
    if (flags.json) printJson(named)
    else print(say(flags.oversight ? 'shell.overseer_named' : 'shell.officer_named', named))
  })
}
