import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import {
  diversionPoint,
  PLAIN_MOVES,
  traceAdoptRequest,
  traceAnswerRequest,
  traceApproveRequest,
  traceAskRequest,
  traceCloseRequest,
  traceConfirmRequest,
  traceCorrectRequest,
  traceForm,
  traceMoveRequest,
  tracePermitRequest,
  traceReceiveRequest,
  traceSendRequest,
  traceTakeInRequest,
  traceTypeInRequest,
} from '@proofmark/contract/schemas/trace-desk'
import { traceReplyMessage, traceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import {
  FAILURE_CODES,
  ORIGIN_STATUSES,
  PERMITTED_AUDIENCES,
  REFUSAL_REASONS,
  REPLY_KINDS,
  TRACE_CHANNELS,
  TRACE_OUTCOMES,
} from '@proofmark/contract/trace-words'
import * as z from 'zod'
import { findAgency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { adoptProposals } from '../../tracing/commands/adopt-proposals.ts'
import { answerTrace } from '../../tracing/commands/answer-trace.ts'
import { askOwners } from '../../tracing/commands/ask-owners.ts'
import { approveClosing, closeTrace, correctClosing } from '../../tracing/commands/close-trace.ts'
import { confirmFinding, takeBackFinding } from '../../tracing/commands/confirm-finding.ts'
import { draftAnswer } from '../../tracing/commands/draft-answer.ts'
import { moveTrace } from '../../tracing/commands/move-trace.ts'
import { notePermission } from '../../tracing/commands/note-permission.ts'
import { receiveReply } from '../../tracing/commands/receive-reply.ts'
import { saveRequestedItem } from '../../tracing/commands/save-requested-item.ts'
import { sendTrace } from '../../tracing/commands/send-trace.ts'
import { afterwards } from '../../tracing/commands/show-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { typeIn } from '../../tracing/commands/type-in-request.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { presentDraft } from '../../tracing/present/trace.ts'
import { closingsOf } from '../../tracing/queries/trace-parts.ts'
import { listed, needed } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed, typedJson } from '../typed.ts'
import { withMatch } from '../with-match.ts'
import { printTrace, shownIn, type TraceFlags } from './trace-print.ts'

type Act = (shell: Shell, flags: TraceFlags, words: readonly string[]) => Promise<void>

/** Runs a command about a request and prints how it stands after it. */
async function actOn<Input>(
  shell: Shell,
  flags: TraceFlags,
  command: (context: Context, input: Input) => Promise<string>,
  input: Input,
): Promise<void> {
  const view = await insist(shell.run, (context) => afterwards(command)(context, input))
  printTrace(shell, flags, shownIn(shell, view))
}

/** Those of these values that were stated. */
const stated = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const adopt: Act = async (shell, flags, [word, ...proposals]) => {
  const trace = needed(word, 'ID')
  needed(proposals[0], 'PROPOSAL')
  const { version } = await shell.run((context) => needTrace(context, trace))
  const said = { trace, version, proposals, grounds: shell.grounds }
  await actOn(shell, flags, adoptProposals, typed(traceAdoptRequest, said))
}

const send: Act = async (shell, flags, [word]) => {
  const trace = needed(word, 'ID')
  const drafted = await shell.run(async (context) => (await needTrace(context, trace)).channel)
  const channel = flags.channel === undefined ? drafted : listed('channel', flags.channel, TRACE_CHANNELS)
  const { to: partner, at, why, despite: despiteDuplicates } = flags
  const said = stated({ trace, channel, partner, at, why, despiteDuplicates, grounds: shell.grounds })
  await actOn(shell, flags, sendTrace, typed(traceSendRequest, said))
}

const move: Act = async (shell, flags, [word, state]) => {
  const [trace, to] = [needed(word, 'ID'), listed('state', needed(state, 'STATE'), PLAIN_MOVES)]
  const said = stated({ trace, to, why: needed(flags.why, '--why'), at: flags.at, grounds: shell.grounds })
  await actOn(shell, flags, moveTrace, typed(traceMoveRequest, said))
}

const anyMessage = z.discriminatedUnion('what', [traceRequestMessage, traceReplyMessage])

/** A request as it was typed into the form that `trace form` writes. */
async function receiveTyped(shell: Shell, flags: TraceFlags, file: string): Promise<void> {
  const form = typedJson(traceForm, basename(file), await readText(resolve(file)))
  const partner = needed(flags.partner, '--partner')
  const channel = flags.channel === undefined ? 'other' : listed('channel', flags.channel, TRACE_CHANNELS)
  const country = flags.country ?? partner.slice(0, 2)
  const said = stated({ id: randomUUID(), partner, country, channel, form, at: flags.at, grounds: shell.grounds })
  await actOn(shell, flags, typeIn, typed(traceTypeInRequest, said))
  await matchHere(shell)
}

/** A file by the published form: a reply to an own request, or a request of another state. */
const receive: Act = async (shell, flags, words) => {
  if (flags.form !== undefined) return receiveTyped(shell, flags, flags.form)
  const path = resolve(needed(words.at(-1), 'FILE'))
  const message = typedJson(anyMessage, basename(path), await readText(path))
  const { at } = flags
  if (message.what === 'trace-reply') {
    const trace = words.length > 1 ? words[0] : message.request
    const said = stated({ trace, message, door: 'file', at, grounds: shell.grounds })
    await actOn(shell, flags, receiveReply, typed(traceReceiveRequest, said))
  } else {
    const channel = flags.channel === undefined ? 'other' : listed('channel', flags.channel, TRACE_CHANNELS)
    const partner = flags.partner ?? message.requester.country
    const said = stated({ message, partner, channel, at, grounds: shell.grounds })
    await actOn(shell, flags, takeIn, typed(traceTakeInRequest, said))
  }
  await matchHere(shell)
}

/** An answer out of a file, or the drafted one, changed by what the flags say. */
const reply: Act = async (shell, flags, [word, file]) => {
  const trace = needed(word, 'ID')
  const drafted = presentDraft(await shell.run((context) => draftAnswer(context, trace)))
  if (flags.draft) return printJson(drafted)
  const body =
    file === undefined
      ? drafted.reply
      : typedJson(traceAnswerRequest.shape.reply, basename(file), await readText(resolve(file)))
  const { kind, reason, text: reasonText, at, why } = flags
  const isNone = kind === 'refused' || kind === 'delayed' || kind === 'negative'
  const said = stated({
    kind: kind === undefined ? undefined : listed('kind', kind, REPLY_KINDS),
    reason: reason === undefined ? undefined : listed('reason', reason, REFUSAL_REASONS),
    reasonText,
    chain: isNone ? [] : undefined,
  })
  const answer = stated({ trace, id: randomUUID(), reply: { ...body, ...said }, at, why, grounds: shell.grounds })
  await actOn(shell, flags, answerTrace, typed(traceAnswerRequest, answer))
}

/** Corrects how a closed trace was closed; what no flag says stays as it was said last. */
const correct: Act = async (shell, flags, [word]) => {
  const trace = needed(word, 'ID')
  const why = needed(flags.why, '--why')
  const last = await shell.run(async (context) =>
    (await closingsOf(context, [(await needTrace(context, trace)).id])).at(-1),
  )
  const file = flags.point
  const said = stated({
    trace,
    closing: last?.number ?? 1,
    originStatus: flags.status === undefined ? last?.originStatus : listed('status', flags.status, ORIGIN_STATUSES),
    outcome: flags.outcome === undefined ? last?.outcome : listed('outcome', flags.outcome, TRACE_OUTCOMES),
    failure:
      flags.failure === undefined ? (last?.failure ?? undefined) : listed('failure', flags.failure, FAILURE_CODES),
    point:
      file === undefined
        ? (last?.point ?? undefined)
        : typedJson(diversionPoint, basename(file), await readText(resolve(file))),
    why,
    grounds: shell.grounds,
  })
  await actOn(shell, flags, correctClosing, typed(traceCorrectRequest, said))
}

/** Which agencies keep a restricted record of the firearm that a request is about. */
const point: Act = async (shell, flags, [word]) => {
  const trace = needed(word, 'ID')
  const basis = listed('basis', needed(flags.basis, '--basis'), LEGAL_BASES)
  const saved = await shell.run((context) => saveRequestedItem(context, { trace, basis }))
  await withMatch(shell, async (askOthers) => {
    const lines = await askOthers(saved)
    if (flags.json) return printJson(lines.map((line) => ({ restricted: true, ...line })))
    if (lines.length === 0) print(shell.say('shell.pointer_none'))
    for (const { agency, contact, handle } of lines) print([agency, contact, handle].join('\t'))
  })
}

const ask: Act = async (shell, flags, [word]) => {
  const trace = needed(word, 'ID')
  const asked = await shell.run(async (context) => {
    const agencies: string[] = []
    for (const name of flags.agency ?? []) agencies.push((await findAgency(context, name))?.id ?? name)
    const basis = listed('basis', needed(flags.basis, '--basis'), LEGAL_BASES)
    const said = { trace, id: randomUUID(), basis, grounds: shell.grounds }
    return askOwners(context, typed(traceAskRequest, agencies.length > 0 ? { ...said, agencies } : said))
  })
  const answer = { question: asked.question, agencies: asked.desks.map(({ name }) => name) }
  if (flags.json) printJson(answer)
  else print([answer.question, ...answer.agencies].join('\t'))
}

const close: Act = async (shell, flags, [word]) => {
  const trace = needed(word, 'ID')
  const { failure, point: file } = flags
  const said = stated({
    trace,
    originStatus: listed('status', needed(flags.status, '--status'), ORIGIN_STATUSES),
    outcome: listed('outcome', needed(flags.outcome, '--outcome'), TRACE_OUTCOMES),
    failure: failure === undefined ? undefined : listed('failure', failure, FAILURE_CODES),
    point: file === undefined ? undefined : typedJson(diversionPoint, basename(file), await readText(resolve(file))),
    why: needed(flags.why, '--why'),
    grounds: shell.grounds,
  })
  await actOn(shell, flags, closeTrace, typed(traceCloseRequest, said))
}

const approve: Act = async (shell, flags, [word]) => {
  const why = needed(flags.why, '--why')
  const said = { trace: needed(word, 'ID'), closing: Number(flags.closing ?? 1), approved: !flags.refuse, why }
  await actOn(shell, flags, approveClosing, typed(traceApproveRequest, { ...said, grounds: shell.grounds }))
}

/** What an originator permits beyond its codes, or with `--refuse` permits no more. */
const permit: Act = async (shell, flags, [word, message]) => {
  const { until, on, reference } = flags
  const said = stated({
    trace: needed(word, 'ID'),
    message,
    audience: flags.audience === undefined ? undefined : listed('audience', flags.audience, PERMITTED_AUDIENCES),
    permitted: !flags.refuse,
    givenBy: needed(flags['permitted-by'], '--permitted-by'),
    givenOn: needed(on, '--on'),
    until,
    reference: needed(reference, '--reference'),
    grounds: shell.grounds,
  })
  await actOn(shell, flags, notePermission, typed(tracePermitRequest, said))
}

/** The finding as the life is judged now; with `--back` what was confirmed last is taken back. */
const confirm: Act = async (shell, flags, [word]) => {
  const said = typed(traceConfirmRequest, { trace: needed(word, 'ID'), grounds: shell.grounds })
  await actOn(shell, flags, flags.back ? takeBackFinding : confirmFinding, said)
}

/** What can be done with a request beside writing and reading it. */
export const TRACE_ACTS = {
  adopt,
  send,
  move,
  receive,
  reply,
  ask,
  point,
  close,
  correct,
  approve,
  permit,
  confirm,
} as const satisfies Record<string, Act>
