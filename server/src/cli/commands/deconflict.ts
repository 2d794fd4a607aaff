import { randomUUID } from 'node:crypto'
import { DECONFLICTION_KINDS, STANDING_DAYS } from '@proofmark/contract/deconfliction-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { deconflictionAskRequest, deconflictionWithdrawRequest } from '@proofmark/contract/schemas/deconfliction'
import { askDeconfliction } from '../../cases/commands/ask-deconfliction.ts'
import { withdrawStanding } from '../../cases/commands/withdraw-standing.ts'
import { listDeconfliction } from '../../cases/queries/list-deconfliction.ts'
import { listed, needed, readArguments } from '../arguments.ts'
import { inOptions } from '../in-options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { withMatching } from '../with-match.ts'
import { DECONFLICT_FLAGS, type DeconflictAct } from './deconflict-flags.ts'
import { declineMeeting, introduceMeeting, listMeetings } from './deconflict-officer.ts'

const ask: DeconflictAct = async (shell, flags) => {
  const { run, say, grounds } = shell
  const question = typed(deconflictionAskRequest, {
    id: flags.id ?? randomUUID(),
    kind: listed('kind', needed(flags.kind, '--kind'), DECONFLICTION_KINDS),
    value: needed(flags.value, '--value'),
    ...{ case: needed(flags.case, '--case'), grounds },
  })
  const kept = await run((context) => askDeconfliction(context, question))
  const [line] = await withMatching(shell, ({ deconflict }) => deconflict(kept))
  if (flags.json) return printJson(line ?? {})
  if (line) return print(say('shell.deconflict_ask', { ...line, contact: oneLine(line.contact) }))
  const until = new Date(Date.now() + STANDING_DAYS * 86_400_000).toISOString().slice(0, 10)
  print(say('shell.deconflict_none', { until }))
}

const list: DeconflictAct = async ({ run, say }, { json }) => {
  const found = await run(listDeconfliction)
  if (json) return printJson(found)
  const whom = ({ contact, handle }: { readonly contact: string; readonly handle: string }) =>
    say('shell.deconflict_ask', { contact: oneLine(contact), handle })
  for (const { id, kind, case: of, by, at, until, state, met } of found.questions) {
    const standing = `${say(`deconfliction.state.${state}`)} ${state === 'withdrawn' ? '' : until.slice(0, 10)}`.trim()
    print([at, say(`deconfliction.kind.${kind}`), standing, of.reference, by, id].map(oneLine).join('\t'))
    for (const line of met) print(`\t${whom(line)}`)
  }
  for (const line of found.told)
    print([line.at, line.case?.reference ?? say('deconfliction.page.desk_only'), whom(line)].map(oneLine).join('\t'))
  if (found.more) print(say('deconfliction.page.more'))
}

const withdraw: DeconflictAct = async ({ run, say, grounds }, { json }, word) => {
  const { question } = typed(deconflictionWithdrawRequest, { question: needed(word, 'QUESTION'), grounds })
  const id = await run((context) => withdrawStanding(context, 'deconfliction_question', question))
  if (json) return printJson({ id })
  print(say('shell.operation_withdrawn', { id }))
}

/** What a field of what is sent is called in the shell. */
const DECONFLICT_WORDS = {
  ...{ kind: '--kind', value: '--value', case: '--case', id: '--id', consent: '--consent', reason: '--why' },
  ...{ question: 'QUESTION', handle: 'HANDLE' },
  ...{ purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' },
}

const ACTS: Readonly<Record<string, DeconflictAct>> = {
  ...{ ask, list, withdraw },
  ...{ meetings: listMeetings, introduce: introduceMeeting, decline: declineMeeting },
}

/**
 * `proofmark deconflict --kind K --value V --case REF --purpose P`: does somebody else work on this? `deconflict list|withdraw`:
 * what was asked. `deconflict meetings|introduce|decline`: what only the officer of an agency learns.
 */
export async function deconflictCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, DECONFLICT_FLAGS)
  const [word = 'ask', named] = words
  const act = Object.hasOwn(ACTS, word) ? ACTS[word] : undefined
  if (!act)
    throw new ProofmarkError('value_not_listed', {
      ...{ field: 'deconflict', value: word },
      accepted: Object.keys(ACTS).join(', '),
    })
  await inOptions(DECONFLICT_WORDS, () => withShell(flags, (shell) => act(shell, flags, named)))
}
