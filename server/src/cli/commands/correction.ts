import { correctionSettleRequest } from '@proofmark/contract/schemas/correction'
import { correctionRequest } from '@proofmark/contract/schemas/partner'
import { sendCorrection } from '../../exchange/commands/send-correction.ts'
import { presentCorrections } from '../../exchange/present/correction.ts'
import { correctionsMade } from '../../exchange/queries/corrections-made.ts'
import { correctionsReceived } from '../../exchange/queries/corrections-received.ts'
import { settleCorrection } from '../../tracing/commands/settle-correction.ts'
import { listed, needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { readAdministration } from './administration.ts'

const FLAGS = {
  said: { type: 'string' },
  erase: { type: 'boolean' },
  partner: { type: 'string' },
  message: { type: 'string' },
  act: { type: 'string' },
  note: { type: 'string' },
} as const
type CorrectionFlags = ReturnType<typeof readAdministration<typeof FLAGS>>['flags']

async function list({ run, say }: Shell, { json }: CorrectionFlags): Promise<void> {
  const shown = await run(async (context) =>
    presentCorrections(await correctionsMade(context), await correctionsReceived(context)),
  )
  if (json) return printJson(shown)
  for (const { correction, subject, said, told } of shown.made) {
    print([correction, subject, said].map(oneLine).join('\t'))
    for (const { partner, state } of told) print(`\t${partner}\t${say(`word.outbox_state.${state}`)}`)
  }
  for (const { message, partner, subject, said, traces } of shown.received) {
    print([message, partner, subject, said ?? '–'].map(oneLine).join('\t'))
    for (const { trace, proposed, settled } of traces) print(`\t${trace}\t${settled?.act ?? `${proposed}?`}`)
  }
}

async function send(
  { run, say }: Shell,
  subject: string,
  { said, erase = false, json }: CorrectionFlags,
): Promise<void> {
  const asked = typed(correctionRequest, { subject, said: needed(said, '--said'), erase })
  const { correction, told } = await run((context) => sendCorrection(context, asked))
  if (json) printJson({ correction, told })
  else
    print(say('shell.correction_sent', { count: told.length, partners: told.map((each) => each.partner).join(', ') }))
}

async function settle({ run, say }: Shell, trace: string, flags: CorrectionFlags): Promise<void> {
  const { partner, message, act, note } = flags
  const asked = typed(correctionSettleRequest, {
    trace,
    partner: needed(partner, '--partner'),
    message: needed(message, '--message'),
    act: needed(act, '--act'),
    note: needed(note, '--note'),
  })
  await run((context) => settleCorrection(context, asked))
  if (flags.json) printJson({ trace, act })
  else print(say('shell.correction_settled'))
}

/** `proofmark correction [list]`, `… send SUBJECT --said TEXT [--erase]`, `… settle TRACE --partner P --message M --act A --note TEXT`. */
export async function correctionCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, FLAGS)
  const action = listed('correction', words[0] ?? 'list', ['list', 'send', 'settle'] as const)
  await withShell(shell, (opened) => {
    if (action === 'list') return list(opened, flags)
    if (action === 'send') return send(opened, needed(words[1], 'SUBJECT'), flags)
    return settle(opened, needed(words[1], 'TRACE'), flags)
  })
}
