import { randomUUID } from 'node:crypto'
import { CASE_ITEM_KINDS, CASE_STATES, SUPPLY_CHAIN_ANSWERS, type TaskState } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import {
  type CaseShown,
  caseGiveRequest,
  caseHandOverRequest,
  caseLetInRequest,
  caseListRequest,
  caseMoveRequest,
  caseNameLeadRequest,
  caseOpenRequest,
  caseSayRequest,
  caseWithdrawRequest,
} from '@proofmark/contract/schemas/case'
import { EVALUATION_SCHEMES } from '@proofmark/domain/evaluation'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { giveItem } from '../../cases/commands/give-item.ts'
import { answerLead, offerLead } from '../../cases/commands/hand-over-case.ts'
import { letIn } from '../../cases/commands/let-in.ts'
import { moveCase } from '../../cases/commands/move-case.ts'
import { listWithoutLead, nameLead } from '../../cases/commands/name-lead.ts'
import { openCase } from '../../cases/commands/open-case.ts'
import { sayInCase } from '../../cases/commands/say-in-case.ts'
import { listCases, showCase } from '../../cases/commands/show-case.ts'
import { withdrawFromCase } from '../../cases/commands/withdraw.ts'
import { presentCase, presentListedCase, presentWithoutLead } from '../../cases/present/case.ts'
import { caseNamed } from '../../cases/queries/case-named.ts'
import { casePeople } from '../../cases/queries/members.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { inOptions } from '../in-options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { sendDocument, takeDocument, takeView } from './case-documents.ts'
import { findForCase, holdingOfCases } from './case-items.ts'
import { CASE_WORDS } from './case-words.ts'

const TEXTS = [
  'title',
  'handling',
  'review',
  'id',
  'state',
  'agency',
  'why',
  'leaving',
  'item',
  'scheme',
  'source',
  'information',
] as const
const MORE = [
  'for',
  'due',
  'step',
  'about',
  'out',
  'part',
  'until',
  'outcome',
  'supply-chain',
  'despite',
  'finding',
] as const
const text = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const word = { type: 'boolean' } as const
type Texts = Readonly<Record<(typeof TEXTS)[number] | (typeof MORE)[number], typeof text>>
const FLAGS = {
  ...COMMON,
  ...(Object.fromEntries([...TEXTS, ...MORE].map((name) => [name, text])) as Texts),
  ...{ kind: several, nexus: several, code: several },
  ...{
    silent: word,
    assessment: word,
    'not-needed': word,
    again: word,
    undo: word,
    sealed: word,
    decline: word,
    all: word,
  },
} as const
type CaseFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']
type Act = (shell: Shell, flags: CaseFlags, words: readonly string[]) => Promise<void>

/** Those of these values that were stated. */
const stated = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** The person of this name among those who work with cases. Throws `not_found`. */
async function personNamed(context: Context, name: string): Promise<string> {
  const found = (await casePeople(context)).find((person) => person.name === name)
  if (!found) throw new ProofmarkError('not_found', { what: name })
  return found.account
}

/** So many notes and decisions are told, the last; more where all are asked for. */
const LAST_NOTES = 50

function printCase({ say }: Shell, { json, all }: CaseFlags, shown: CaseShown): void {
  if (json) {
    printJson(shown)
    return
  }
  const line = (...cells: readonly (string | null)[]) => print(cells.map((cell) => oneLine(cell ?? '')).join('\t'))
  line(shown.reference, shown.title, say(`case.state.${shown.state}`), shown.agency, shown.case)
  line(...shown.kinds.map((kind) => say(`case.kind.${kind}`)), ...shown.nexus.map((mark) => say(`case.nexus.${mark}`)))
  for (const { ask, day, words } of shown.asks) line('?', say(`case.ask.${ask}`), words && wordsOf(say, words), day)
  for (const { entry, kind, label, agency } of shown.items) line(say(`case.item.${kind}`), label, agency, entry)
  for (const { entry, template, title, state, due } of shown.tasks)
    line(say('cases.tasks'), title ?? say(`case.template.${template}`), say(`case.task_state.${state}`), due, entry)
  const notes = shown.entries.flatMap(({ said, ...entry }) =>
    said?.kind === 'note' || said?.kind === 'decision' ? [{ ...entry, said }] : [],
  )
  const told = all ? notes : notes.slice(-LAST_NOTES)
  if (told.length < notes.length) line(say('shell.case_earlier', { count: notes.length - told.length }))
  for (const { entry, said, by, at } of told)
    line(say(`case.entry.${said.kind}`), at.slice(0, 10), said.text, by, entry)
  for (const { entry, said, agency, by, at } of shown.entries)
    if (said?.kind === 'withdrawal') {
      const what = said.what === 'document' ? say('cases.documents') : say(`case.entry.${said.what}`)
      const words = say('cases.withdrawn_by', { agency: agency ?? '', what })
      line(say('case.entry.withdrawal'), at.slice(0, 10), words, by, entry)
    }
  for (const { document, name, state, caution } of shown.documents)
    line(say('cases.documents'), name, caution === null ? state : say(`case.caution.${caution}`), document)
  for (const { name, members } of shown.compartments)
    for (const member of members.filter(({ inside }) => inside))
      line(name ?? say('cases.people'), member.name, member.agency, say(`case.part.${member.part}`))
}

/** A list of work is called by its code, anything else by its own title. */
const wordsOf = (say: Shell['say'], words: string): string =>
  words === 'nine_steps' || words === 'supply_chain' ? say(`case.template.${words}`) : words

async function thenShow(shell: Shell, flags: CaseFlags, id: string): Promise<void> {
  printCase(shell, flags, presentCase(await shell.run((context) => showCase(context, id))))
}

/** The case that a word names, by identifier or reference. */
const caseOf = (shell: Shell, name: string | undefined): Promise<string> =>
  shell.run(async (context) => (await caseNamed(context, needed(name, 'CASE'))).id)

const begin: Act = async (shell, flags, [reference]) => {
  const input = typed(caseOpenRequest, {
    ...stated({ case: flags.id ?? randomUUID(), review: flags.review }),
    ...{ title: needed(flags.title, '--title TEXT'), kinds: flags.kind ?? [] },
    ...stated({ nexus: flags.nexus ?? [], handling: flags.handling, visibility: flags.silent ? 'silent' : undefined }),
    again: flags.again ?? false,
    reference: needed(reference, 'REFERENCE'),
    grounds: shell.grounds,
  })
  await thenShow(shell, flags, await openCase(shell.run, input))
}

const list: Act = async ({ run, say, grounds }, { json, state }) => {
  const wanted = state === undefined ? undefined : listed('state', state, CASE_STATES)
  const input = typed(caseListRequest, { ...stated({ state: wanted }), limit: 200, grounds })
  for (const each of (await run((context) => listCases(context, input))).cases.map(presentListedCase))
    if (json) printJson(each)
    else
      print(
        [each.reference, each.title, say(`case.state.${each.state}`), each.agency, each.asks.length, each.case]
          .map((cell) => oneLine(String(cell)))
          .join('\t'),
      )
}

const show: Act = async (shell, flags, [name]) => thenShow(shell, flags, await caseOf(shell, name))

const add: Act = async (shell, flags, [name, first, second]) => {
  const id = await caseOf(shell, name)
  const kind = flags.item === undefined ? 'record' : listed('item', flags.item, CASE_ITEM_KINDS)
  await insist(shell.run, async (context) => {
    const [one, other] = [needed(first, flags.item ? 'ID' : 'SOURCE'), flags.item ? '' : needed(second, 'KEY')]
    const item = flags.item ? one : await recordNamed(context, one, other, flags.agency)
    const given = {
      case: id,
      entry: randomUUID(),
      item: { kind, id: item, ...stated({ why: flags.why, finding: flags.finding }) },
    }
    const words = new Map([[item, flags.item ? item : `${one} ${other}`]])
    return asTyped(words, () => giveItem(context, typed(caseGiveRequest, { ...given, grounds: shell.grounds })))
  })
  await thenShow(shell, flags, id)
}

const saying = async (shell: Shell, flags: CaseFlags, name: string | undefined, say: (context: Context) => unknown) => {
  const id = await caseOf(shell, name)
  await insist(shell.run, async (context) =>
    sayInCase(
      context,
      typed(caseSayRequest, {
        case: id,
        entry: flags.id ?? randomUUID(),
        say: await say(context),
        grounds: shell.grounds,
      }),
    ),
  )
  await thenShow(shell, flags, id)
}

const note: Act = (shell, flags, [name, words]) => {
  const { scheme, source = null, information = null, code: codes = [] } = flags
  // Grades without their scheme say nothing, and would be let fall in silence.
  if (scheme === undefined && (source !== null || information !== null || codes.length > 0))
    throw new ProofmarkError('usage', { reason: `--scheme ${EVALUATION_SCHEMES.join('|')} is missing` })
  const evaluation = scheme === undefined ? undefined : { scheme, source, information, codes }
  const standing = flags.assessment ? 'assessment' : 'fact'
  return saying(shell, flags, name, () => ({
    ...{ kind: 'note', text: needed(words, 'TEXT'), standing },
    ...stated({ evaluation }),
  }))
}

const decide: Act = (shell, flags, [name, words]) =>
  saying(shell, flags, name, () => ({
    kind: 'decision',
    text: needed(words, 'TEXT'),
    reason: needed(flags.why, '--why'),
  }))

const task: Act = (shell, flags, [name, title]) =>
  saying(shell, flags, name, async (context) => {
    const person = flags.for === undefined ? undefined : await personNamed(context, flags.for)
    return { kind: 'task', title: needed(title, 'TITLE'), ...stated({ for: person, due: flags.due }) }
  })

const done: Act = (shell, flags, [name, entry]) => {
  const state: TaskState = flags.undo ? 'open' : flags['not-needed'] ? 'not_needed' : 'done'
  return saying(shell, flags, name, () => ({
    ...{ kind: 'task_state', task: needed(entry, 'TASK'), state },
    ...stated({ step: flags.step }),
  }))
}

const document: Act = async (shell, flags, words) => {
  const id = await sendDocument(shell, flags, words)
  if (id !== null) await thenShow(shell, flags, id)
}

const withdraw: Act = async (shell, flags, [name, of]) => {
  const id = await caseOf(shell, name)
  const input = {
    case: id,
    entry: randomUUID(),
    of: needed(of, 'ENTRY'),
    ...stated({ why: flags.why }),
    grounds: shell.grounds,
  }
  await withdrawFromCase(shell.run, typed(caseWithdrawRequest, input))
  await thenShow(shell, flags, id)
}

const placing =
  (preset?: 'none'): Act =>
  async (shell, flags, [name, person]) => {
    const id = await caseOf(shell, name)
    await shell.run(async (context) => {
      const account = await personNamed(context, needed(person, 'NAME'))
      const said = {
        part: preset ?? flags.part ?? 'member',
        until: flags.until,
        why: flags.why,
        leaving: flags.leaving,
      }
      return letIn(context, typed(caseLetInRequest, { case: id, account, ...stated(said), grounds: shell.grounds }))
    })
    await thenShow(shell, flags, id)
  }

const offer: Act = async (shell, flags, [name, person]) => {
  const id = await caseOf(shell, name)
  await insist(shell.run, async (context) => {
    const to = await personNamed(context, needed(person, 'NAME'))
    const said = { case: id, entry: randomUUID(), to, why: needed(flags.why, '--why'), grounds: shell.grounds }
    return offerLead(context, typed(caseHandOverRequest, said))
  })
  await thenShow(shell, flags, id)
}

const accept: Act = async (shell, flags, [name]) => {
  const id = await caseOf(shell, name)
  const entry = randomUUID()
  await insist(shell.run, async (context) => {
    const offered = presentCase(await showCase(context, id)).offer
    if (!offered) throw new ProofmarkError('case_offer_over')
    return answerLead(context, { case: id, entry, offer: offered.entry, accept: !flags.decline, why: flags.why })
  })
  await thenShow(shell, flags, id)
}

const moving =
  (to: 'closed' | 'open' | 'archived'): Act =>
  async (shell, flags, [name]) => {
    const id = await caseOf(shell, name)
    if (to === 'closed') {
      needed(flags.outcome, '--outcome TEXT')
      needed(flags['supply-chain'], `--supply-chain ${SUPPLY_CHAIN_ANSWERS.join('|')}`)
    } else needed(flags.why, '--why TEXT')
    const closing = { outcome: flags.outcome, supplyChain: flags['supply-chain'], despiteTraces: flags.despite }
    const move = { to, ...stated(to === 'closed' ? closing : {}), ...stated({ why: flags.why }) }
    const input = typed(caseMoveRequest, { case: id, entry: randomUUID(), move, grounds: shell.grounds })
    await insist(shell.run, (context) => moveCase(context, input))
    await thenShow(shell, flags, id)
  }

const withoutLead: Act = async ({ run }, { json }) => {
  const { cases } = await run(listWithoutLead)
  for (const left of cases.map(presentWithoutLead))
    if (json) printJson(left)
    else print([left.reference ?? '–', left.case, left.compartment ?? ''].map(oneLine).join('\t'))
}

const appoint: Act = async (shell, flags, [id, person, compartment]) => {
  const named = await insist(shell.run, async (context) => {
    const account = await personNamed(context, needed(person, 'NAME'))
    const said = { case: needed(id, 'CASE'), ...stated({ compartment }), account, why: needed(flags.why, '--why') }
    return nameLead(context, typed(caseNameLeadRequest, { ...said, grounds: shell.grounds }))
  })
  if (flags.json) printJson({ case: named.case, account: named.account })
  else print([named.case, needed(person, 'NAME')].join('\t'))
}

const ACTS: Readonly<Record<string, Act>> = {
  ...{
    new: begin,
    list,
    show,
    add,
    find: findForCase,
    holding: holdingOfCases,
    note,
    decide,
    task,
    done,
    document,
    take: takeDocument,
    view: takeView,
    withdraw,
  },
  ...{
    'let-in': placing(),
    'let-out': placing('none'),
    'hand-over': offer,
    accept,
    'without-lead': withoutLead,
    'name-lead': appoint,
  },
  ...{ close: moving('closed'), reopen: moving('open'), archive: moving('archived') },
}

/** `proofmark case ACT …`: cases, what was said in them, and who is in them. */
export async function caseCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [act = 'list', ...rest] = words
  const found = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!found)
    throw new ProofmarkError('command_unknown', { value: `case ${act}`, accepted: Object.keys(ACTS).join(', ') })
  const own = act === 'new' ? { case: '--id' } : {}
  await inOptions({ ...CASE_WORDS, ...own }, () => withShell(flags, (shell) => found(shell, flags, rest)))
}
