import { addAgency } from '../../access/commands/add-agency.ts'
import { listAgencies } from '../../access/queries/list-agencies.ts'
import { listed, needed, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

/** `proofmark agency list`, `proofmark agency add NAME [--desk TEXT]`. */
export async function agencyCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, { desk: { type: 'string' } })
  const action = listed('agency', words[0] ?? '', ['list', 'add'] as const)
  const name = action === 'add' ? readName('name', needed(words[1], 'NAME')) : ''
  const desk = flags.desk === undefined ? name : readName('desk', flags.desk)
  await withShell(shell, async ({ run, say }) => {
    if (action === 'add') {
      const added = await run((context) => addAgency(context, { name, desk }))
      if (flags.json) printJson({ ...added, desk })
      else print(say('shell.agency_added', { name }))
      return
    }
    for (const each of await run(listAgencies)) {
      if (flags.json) printJson(each)
      else print([each.name, each.desk].join('\t'))
    }
  })
}
