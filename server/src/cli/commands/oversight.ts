import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import type { OversightFinding } from '@proofmark/contract/schemas/oversight'
import { listOverseen } from '../../tracing/commands/list-overseen.ts'
import { passOn } from '../../tracing/commands/pass-on.ts'
import { presentOverseen, presentOversight } from '../../tracing/present/oversight.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = { ...COMMON, note: { type: 'string' } } as const

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function printFinding(found: OversightFinding, say: Say): void {
  const { finding, state, daysLeft, custodian, rule, text, alternatives, agencies, passedOn } = found
  print(`\n${finding}\t${say(`word.oversight_state.${state}`)}\t${say('shell.oversight_days', { days: daysLeft })}`)
  print(`\t${custodian}\t${rule}\t${text}`)
  for (const { kind, weight } of alternatives) print(`\t${weight.toFixed(2)}  ${say(`word.explanation.${kind}`)}`)
  for (const { source, key } of found.records) print(`\t${source} ${key}`)
  for (const { agency, desk, records } of found.others)
    print(`\t${say('shell.oversight_others', { records, agency, desk })}`)
  if (agencies.length > 0) print(`\t${say('shell.oversight_agencies', { agencies: agencies.join(', ') })}`)
  if (passedOn) print(`\t${passedOn.by}\t${oneLine(passedOn.note ?? '')}`)
}

async function list({ run, say, settings }: Shell, json: boolean): Promise<void> {
  const wording = { say, locale: settings.locale }
  const { oversees, findings } = presentOversight(await run(listOverseen), new Date(), wording)
  if (json) {
    for (const finding of findings) printJson(finding)
    return
  }
  if (findings.length === 0) print(say('shell.oversight_none', { agencies: oversees.join(', ') || 'none' }))
  for (const finding of findings) printFinding(finding, say)
  if (findings.some(({ confirmed }) => !confirmed)) tell(say('shell.life_working'))
}

async function pass({ run, say, settings }: Shell, finding: string, note: string | undefined, json: boolean) {
  if (!UUID.test(finding)) throw new ProofmarkError('not_found', { what: finding })
  const passed = await run((context) => passOn(context, { finding, note }))
  if (json) printJson(presentOverseen(passed, new Date(), { say, locale: settings.locale }))
  else print(say('shell.oversight_passed_on', { finding }))
}

/** `proofmark oversight [--json]` and `proofmark oversight pass-on ID [--note TEXT]`: findings against custodies that one oversees. */
export async function oversightCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [action, finding] = words
  if (action !== undefined && action !== 'pass-on')
    throw new ProofmarkError('value_not_listed', { field: 'oversight', value: action, accepted: 'pass-on' })
  const named = action === undefined ? null : needed(finding, 'ID').toLowerCase()
  await withShell(flags, (shell) =>
    named === null ? list(shell, flags.json === true) : pass(shell, named, flags.note, flags.json === true),
  )
}
