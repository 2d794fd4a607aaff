import { writeFile } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { outboxActRequest, outboxRequest } from '@proofmark/contract/schemas/partner'
import { giveUpMessage, retryMessage } from '../../exchange/commands/act-on-outbox.ts'
import { takeOut } from '../../exchange/commands/take-out.ts'
import { presentOutbox } from '../../exchange/present/message.ts'
import { listOutbox } from '../../exchange/queries/boxes.ts'
import { listed, needed, readLimit } from '../arguments.ts'
import { nodeKeysOf } from '../node-name.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { readAdministration } from './administration.ts'

const FLAGS = {
  partner: { type: 'string' },
  state: { type: 'string' },
  before: { type: 'string' },
  limit: { type: 'string' },
  why: { type: 'string' },
  file: { type: 'string' },
} as const
type OutboxFlags = ReturnType<typeof readAdministration<typeof FLAGS>>['flags']

async function list({ run, say }: Shell, { partner, state, before, limit, json }: OutboxFlags): Promise<void> {
  const asked = typed(outboxRequest, { partner, state, before, limit: readLimit(limit) })
  for (const row of await run((context) => listOutbox(context, asked))) {
    const item = presentOutbox(row, say)
    if (json) printJson(item)
    else {
      const { message, attempts, why } = item
      const words = [message, item.partner, item.kind, say(`word.outbox_state.${item.state}`), attempts, why ?? '']
      print(words.map((word) => oneLine(String(word))).join('\t'))
    }
  }
}

async function takeOutTo(shell: Shell, file: string, { partner, json }: OutboxFlags): Promise<void> {
  const { run, say, settings, installation } = shell
  const to = needed(partner, '--partner')
  const keys = await nodeKeysOf(settings, installation)
  // Logged and committed before the first byte leaves: a file that could not be written is one entry too many, at worst.
  const taken = await run((context) => takeOut(context, keys, { partner: to }))
  await writeFile(file, `${taken.sealed}\n`, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') throw new ProofmarkError('name_taken', { value: file }, cause)
    throw new ProofmarkError('file_not_written', { file, reason: cause.code ?? '' }, cause)
  })
  if (json) printJson({ file, messages: taken.messages, receipts: taken.receipts })
  else print(say('shell.outbox_taken_out', { messages: taken.messages.length, receipts: taken.receipts, file }))
}

/** `proofmark outbox`, `… retry MESSAGE`, `… give-up MESSAGE --why TEXT`, `… --file FILE --partner PARTNER`. */
export async function outboxCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, FLAGS)
  await withShell(shell, async (opened) => {
    if (flags.file !== undefined) return takeOutTo(opened, flags.file, flags)
    const action = listed('outbox', words[0] ?? 'list', ['list', 'retry', 'give-up'] as const)
    if (action === 'list') return list(opened, flags)
    const { run, say } = opened
    const act = action === 'retry' ? 'retry' : 'give_up'
    const { message, why } = typed(outboxActRequest, { message: needed(words[1], 'MESSAGE'), act, why: flags.why })
    await run((context) =>
      action === 'retry'
        ? retryMessage(context, { message })
        : giveUpMessage(context, { message, why: needed(why, '--why') }),
    )
    print(say(action === 'retry' ? 'shell.message_retried' : 'shell.message_given_up', { message }))
  })
}
