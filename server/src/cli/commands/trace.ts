import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { traceDraftRequest, traceForm } from '@proofmark/contract/schemas/trace-desk'
import type { ListedTrace, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import {
  ADDRESSEE_ROLES,
  BOARD_LISTS,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  TRACE_CHANNELS,
  TRACE_QUESTIONS,
} from '@proofmark/contract/trace-words'
import { findAgency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { editTrace } from '../../tracing/commands/edit-trace.ts'
import { listTraces } from '../../tracing/commands/list-traces.ts'
import { afterwards, showTrace } from '../../tracing/commands/show-trace.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { presentBoard } from '../../tracing/present/trace.ts'
import { EMPTY_FORM } from '../../tracing/rules/requests/empty-form.ts'
import { listed, needed, readArguments, readLimit } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed, typedJson } from '../typed.ts'
import { writePrivate } from '../write-private.ts'
import { TRACE_ACTS } from './trace-acts.ts'
import { traceDocumentCommand } from './trace-document.ts'
import { traceEvidenceCommand } from './trace-evidence.ts'
import { printTrace, shownIn, TRACE_FLAGS, type TraceFlags } from './trace-print.ts'

async function targetOf(context: Context, flags: TraceFlags) {
  const { to, role, channel } = flags
  const agency = to === undefined ? null : await findAgency(context, to)
  return {
    ...(to === undefined ? {} : { partner: to }),
    ...(role === undefined ? {} : { role: listed('role', role, ADDRESSEE_ROLES) }),
    ...(agency ? { channel: 'internal' } : {}),
    ...(channel === undefined ? {} : { channel: listed('channel', channel, TRACE_CHANNELS) }),
  }
}

/** What the flags add to the form that the record filled. */
function added(form: TraceShown['form'], flags: TraceFlags): TraceShown['form'] {
  const { ground, use, question, justification, summary } = flags
  return typed(traceForm, {
    ...form,
    ...(ground ? { illicitGrounds: ground.map((word) => listed('ground', word, ILLICIT_GROUNDS)) } : {}),
    ...(use ? { intendedUse: use.map((word) => listed('use', word, INTENDED_USES)) } : {}),
    ...(question ? { questions: question.map((word) => listed('question', word, TRACE_QUESTIONS)) } : {}),
    ...(justification === undefined ? {} : { legalJustification: justification }),
    circumstances: { ...form.circumstances, ...(summary === undefined ? {} : { summary }) },
  })
}

const ADDING = ['ground', 'use', 'question', 'justification', 'summary'] as const

async function begin(shell: Shell, flags: TraceFlags, [source, key]: readonly string[]): Promise<void> {
  const { run, grounds } = shell
  const [name, place] = [needed(source, 'SOURCE'), needed(key, 'KEY')]
  const id = randomUUID()
  await matchHere(shell)
  const view = await insist(run, async (context) => {
    const record = await recordNamed(context, name, place, flags.agency?.[0])
    const { grounds: _, ...input } = typed(traceDraftRequest, {
      id,
      record,
      to: await targetOf(context, flags),
      priority: flags.urgent ? 'urgent' : 'routine',
      ...(flags.why === undefined ? {} : { urgentBecause: flags.why }),
      ...(flags.parent === undefined ? {} : { parent: flags.parent }),
      ...(flags.reference === undefined ? {} : { reference: flags.reference }),
      ...(flags.basis === undefined ? {} : { basis: listed('basis', flags.basis, LEGAL_BASES) }),
      grounds,
    })
    const drafted = await asTyped(new Map([[record, `${name} ${place}`]]), () => afterwards(draftTrace)(context, input))
    if (ADDING.every((flag) => flags[flag] === undefined)) return drafted
    const form = added(drafted.trace.form, flags)
    return afterwards(editTrace)(context, { trace: id, version: drafted.trace.version, form, to: {} })
  })
  const shown = shownIn(shell, view)
  if (flags.print) return printJson(shown.form)
  const { score, missing } = shown.completeness
  if (!flags.json) return printTrace(shell, flags, shown)
  printJson({ id, state: shown.state, completeness: score, missing: missing.map(({ need }) => need) })
}

async function edit(shell: Shell, flags: TraceFlags, [word]: readonly string[]): Promise<void> {
  const trace = needed(word, 'ID')
  const file = flags.form
  const form = file === undefined ? null : typedJson(traceForm, basename(file), await readText(resolve(file)))
  const view = await shell.run(async (context) => {
    const now = await needTrace(context, trace)
    const input = { trace, version: now.version, form: added(form ?? now.form, flags) }
    return afterwards(editTrace)(context, { ...input, to: await typedTarget(context, flags) })
  })
  printTrace(shell, flags, shownIn(shell, view))
}

const typedTarget = async (context: Context, flags: TraceFlags) =>
  typed(traceDraftRequest.shape.to, await targetOf(context, flags))

const listedOf = ({ id, parent, direction, state, partner, country, priority, clocks }: ListedTrace) => ({
  id,
  parent,
  direction,
  state,
  partner,
  country,
  priority,
  due: clocks.find(({ clock }) => clock === 'answer')?.due ?? null,
  overdue: clocks.some(({ clock, over }) => over && clock !== 'remind' && clock !== 'escalate'),
})

async function list(shell: Shell, flags: TraceFlags): Promise<void> {
  const { run, say } = shell
  const after = Number(flags.after ?? 0)
  if (!Number.isInteger(after) || after < 0)
    throw new ProofmarkError('value_not_listed', { field: 'after', value: flags.after ?? '', accepted: '0 – …' })
  const input = {
    ...(flags.list === undefined ? {} : { list: listed('list', flags.list, BOARD_LISTS) }),
    ...(flags.partner === undefined ? {} : { partner: flags.partner }),
    after,
    limit: readLimit(flags.limit),
  }
  const { traces, more } = presentBoard(await run((context) => listTraces(context, input)))
  for (const each of traces) {
    if (flags.json) printJson(listedOf(each))
    else {
      const { due, overdue } = listedOf(each)
      const words = [say(`word.trace_state.${each.state}`), each.partner ?? '', oneLine(each.firearm)]
      print([each.id, ...words, `${due?.slice(0, 10) ?? ''}${overdue ? ' !' : ''}`].join('\t'))
    }
  }
  if (!flags.json && traces.length === 0) print(say('shell.traces_none'))
  if (more) tell(say('shell.traces_more', { after: after + traces.length }))
}

async function show(shell: Shell, flags: TraceFlags, [word]: readonly string[]): Promise<void> {
  const id = needed(word, 'ID')
  printTrace(shell, flags, shownIn(shell, await shell.run((context) => showTrace(context, id))))
}

/** The form of a request, to be edited and taken back with `--form`; without one, an empty form for a request that came. */
async function form(shell: Shell, flags: TraceFlags, [id]: readonly string[]): Promise<void> {
  const shown = id === undefined ? EMPTY_FORM : (await shell.run((context) => showTrace(context, id))).trace.form
  if (flags.out === undefined) return printJson(shown)
  await writePrivate(resolve(flags.out), `${JSON.stringify(shown, null, 2)}\n`)
  print(shell.say('shell.form_written', { file: flags.out }))
}

/** What is made of a request, with flags of its own. */
const PAPERS = { document: traceDocumentCommand, evidence: traceEvidenceCommand } as const

const ACTS = { new: begin, edit, form, list, show, ...TRACE_ACTS } as const

/** `proofmark trace new|edit|adopt|form|list|show|send|move|receive|reply|ask|point|close|correct|approve|permit|confirm|document|evidence`: requests and replies, each whole. */
export async function traceCommand(args: readonly string[]): Promise<void> {
  const [word = ''] = args
  if (Object.hasOwn(PAPERS, word)) return PAPERS[word as keyof typeof PAPERS](args.slice(1))
  const { flags, words } = readArguments(args, TRACE_FLAGS)
  const [act = '', ...rest] = words
  if (!Object.hasOwn(ACTS, act))
    throw new ProofmarkError('value_not_listed', {
      field: 'trace',
      value: act,
      accepted: [...Object.keys(ACTS), ...Object.keys(PAPERS)].join(', '),
    })
  await withShell(flags, (shell) => ACTS[act as keyof typeof ACTS](shell, flags, rest))
}
