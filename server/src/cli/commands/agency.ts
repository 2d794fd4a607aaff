import { ProofmarkError } from '@proofmark/contract/errors'
import { addAgency, findAgency } from '../../access/commands/add-agency.ts'
import { correctDesk } from '../../access/commands/correct-desk.ts'
import { knownAgencies } from '../../access/queries/known-agencies.ts'
import { listed, needed, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

async function add({ run, say }: Shell, name: string, desk: string, json: boolean): Promise<void> {
  const added = await run((context) => addAgency(context, { name, desk }))
  if (json) printJson({ ...added, desk })
  else print(say('shell.agency_added', { name }))
}

async function correct({ run, say }: Shell, name: string, desk: string, json: boolean): Promise<void> {
  const corrected = await run(async (context) => {
    const agency = await findAgency(context, name)
    if (!agency) throw new ProofmarkError('agency_unknown', { value: name })
    return correctDesk(context, { agency: agency.id, desk })
  })
  if (json) printJson(corrected)
  else print(say('shell.agency_desk', { name, desk }))
}

async function list({ run }: Shell, json: boolean): Promise<void> {
  const { agencies, own } = await run(knownAgencies)
  for (const each of own ? [own, ...agencies] : agencies) {
    if (json) printJson(each)
    else print([each.name, each.desk].join('\t'))
  }
}

/** `proofmark agency list`, `proofmark agency add NAME [--desk TEXT]`, `proofmark agency desk NAME --desk TEXT`. */
export async function agencyCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, { desk: { type: 'string' } })
  const action = listed('agency', words[0] ?? '', ['list', 'add', 'desk'] as const)
  const json = flags.json === true
  if (action === 'list') return withShell(shell, (opened) => list(opened, json))
  const name = readName('name', needed(words[1], 'NAME'))
  if (action === 'add') {
    const desk = flags.desk === undefined ? name : readName('desk', flags.desk)
    return withShell(shell, (opened) => add(opened, name, desk, json))
  }
  const desk = readName('desk', needed(flags.desk, '--desk'))
  return withShell(shell, (opened) => correct(opened, name, desk, json))
}
