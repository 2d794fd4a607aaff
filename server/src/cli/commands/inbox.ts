import { ProofmarkError } from '@proofmark/contract/errors'
import { inboxActRequest, inboxRequest } from '@proofmark/contract/schemas/partner'
import { pino } from 'pino'
import { retryInbox } from '../../exchange/commands/retry-inbox.ts'
import { ENVELOPE_LIMIT_BYTES } from '../../exchange/keys/envelope.ts'
import { openNode } from '../../exchange/node.ts'
import { presentInbox } from '../../exchange/present/message.ts'
import { listInbox } from '../../exchange/queries/boxes.ts'
import { takeIn } from '../../exchange/runs/take-in.ts'
import { takeMessages } from '../../exchange/runs/take-messages.ts'
import { listed, needed, readLimit } from '../arguments.ts'
import { nodeKeysOf } from '../node-name.ts'
import { openFile, readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { readAdministration } from './administration.ts'

const FLAGS = {
  partner: { type: 'string' },
  state: { type: 'string' },
  before: { type: 'string' },
  limit: { type: 'string' },
  file: { type: 'string' },
} as const
type InboxFlags = ReturnType<typeof readAdministration<typeof FLAGS>>['flags']

async function list({ run, say }: Shell, { partner, state, before, limit, json }: InboxFlags): Promise<void> {
  const asked = typed(inboxRequest, { partner, state, before, limit: readLimit(limit) })
  for (const row of await run((context) => listInbox(context, asked))) {
    const item = presentInbox(row, say)
    if (json) printJson(item)
    else {
      const words = [item.message, item.partner, item.kind, say(`word.inbox_state.${item.state}`), item.why ?? '']
      print(words.map(oneLine).join('\t'))
    }
  }
}

/** Lets what waits have its effect: where no process listens for partners, the shell does it. */
async function takeHere({ pool, store, settings, installation }: Shell): Promise<void> {
  const { recordSecret } = store.keys
  const logger = pino({ level: 'silent' })
  const services = { pool, clock: () => new Date(), recordSecret, logger }
  await takeMessages(await openNode(services, await nodeKeysOf(settings, installation)))
}

async function takeInFrom(shell: Shell, file: string, json: boolean): Promise<void> {
  const { run, say, settings, installation } = shell
  const { size, stream } = await openFile(file)
  stream.destroy()
  if (size > ENVELOPE_LIMIT_BYTES) throw new ProofmarkError('message_too_large', { limit: ENVELOPE_LIMIT_BYTES })
  const taken = await takeIn(run, await nodeKeysOf(settings, installation), await readText(file))
  await takeHere(shell)
  if (json) return printJson(taken)
  print(say('shell.inbox_taken_in', { ...taken, refused: taken.refused.length }))
  for (const reason of new Set(taken.refused)) print(`\t${say(`exchange.reason.${reason}`)}`)
}

/** `proofmark inbox`, `… retry PARTNER MESSAGE`, `… --file FILE`. */
export async function inboxCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, FLAGS)
  await withShell(shell, async (opened) => {
    if (flags.file !== undefined) return takeInFrom(opened, flags.file, flags.json === true)
    const action = listed('inbox', words[0] ?? 'list', ['list', 'retry'] as const)
    if (action === 'list') return list(opened, flags)
    const [, partner, message] = words
    const asked = typed(inboxActRequest, {
      partner: needed(partner, 'PARTNER'),
      message: needed(message, 'MESSAGE'),
    })
    await opened.run((context) => retryInbox(context, asked))
    await takeHere(opened)
    print(opened.say('shell.message_retried', { message: asked.message }))
  })
}
