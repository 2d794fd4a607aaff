import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { operationAddRequest, operationWithdrawRequest } from '@proofmark/contract/schemas/deconfliction'
import { planOperation } from '../../cases/commands/plan-operation.ts'
import { withdrawStanding } from '../../cases/commands/withdraw-standing.ts'
import { listOperations } from '../../cases/queries/list-operations.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { inOptions } from '../in-options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { withMatching } from '../with-match.ts'

const FLAGS = {
  ...COMMON,
  kind: { type: 'string' },
  case: { type: 'string' },
  place: { type: 'string' },
  latitude: { type: 'string' },
  longitude: { type: 'string' },
  radius: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  contact: { type: 'string' },
  id: { type: 'string' },
  instead: { type: 'string' },
} as const
const OPERATION_WORDS = {
  ...{ operation: 'ID', id: '--id', kind: '--kind', case: '--case', place: '--place', point: '--latitude' },
  ...{ 'point.latitude': '--latitude', 'point.longitude': '--longitude', 'point.radius': '--radius' },
  ...{ from: '--from', to: '--to', contact: '--contact', instead: '--instead' },
  ...{ purpose: '--purpose', as: '--as' },
  'grounds.reference': '--reference',
}
type OperationFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']
type Act = (shell: Shell, flags: OperationFlags, words: readonly string[]) => Promise<void>

const figure = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : Number(text))

const add: Act = async (shell, flags) => {
  const { run, say, grounds } = shell
  const { latitude, longitude, radius } = flags
  const stated = [latitude, longitude, radius].some((each) => each !== undefined)
  const operation = typed(operationAddRequest, {
    ...{ id: flags.id ?? randomUUID(), kind: needed(flags.kind, '--kind'), case: needed(flags.case, '--case') },
    ...(flags.place === undefined ? {} : { place: flags.place }),
    ...(stated ? { point: { latitude: figure(latitude), longitude: figure(longitude), radius: figure(radius) } } : {}),
    ...{ from: needed(flags.from, '--from'), to: needed(flags.to, '--to') },
    ...{ contact: needed(flags.contact, '--contact'), grounds },
    ...(flags.instead === undefined ? {} : { instead: flags.instead }),
  })
  const kept = await run((context) => planOperation(context, operation))
  const met = await withMatching(shell, ({ deconflict }) => deconflict(kept))
  if (flags.json) return printJson({ operation: kept.id, met })
  print(say('shell.operation_added', { id: kept.id }))
  for (const line of met) print(say('shell.deconflict_ask', { ...line, contact: oneLine(line.contact) }))
}

const list: Act = async ({ run, say }, { json }) => {
  const { operations, more } = await run(listOperations)
  if (json) return printJson({ operations, more })
  for (const { id, kind, case: of, place, from, to, state, met } of operations) {
    const line = [
      from,
      to,
      say(`operation.kind.${kind}`),
      say(`operation.state.${state}`),
      of.reference,
      place ?? '',
      id,
    ]
    print(line.map(oneLine).join('\t'))
    for (const { contact, handle } of met)
      print(`\t${say('shell.deconflict_ask', { contact: oneLine(contact), handle })}`)
  }
}

const withdraw: Act = async ({ run, say, grounds }, { json }, [word]) => {
  const { operation } = typed(operationWithdrawRequest, { operation: needed(word, 'ID'), grounds })
  const id = await run((context) => withdrawStanding(context, 'planned_operation', operation))
  if (json) return printJson({ id })
  print(say('shell.operation_withdrawn', { id }))
}

const ACTS: Readonly<Record<string, Act>> = { add, list, withdraw }

/** `proofmark operation add|list|withdraw`: who else is about to act there? */
export async function operationCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [word = 'list', ...rest] = words
  const act = Object.hasOwn(ACTS, word) ? ACTS[word] : undefined
  if (!act)
    throw new ProofmarkError('command_unknown', { value: `operation ${word}`, accepted: Object.keys(ACTS).join(', ') })
  await inOptions(OPERATION_WORDS, () => withShell(flags, (shell) => act(shell, flags, rest)))
}
