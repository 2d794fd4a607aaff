import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { REFERRAL_OUTCOMES } from '@proofmark/contract/ballistic-words'
import { BALLISTIC_LEVELS } from '@proofmark/contract/custody-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import {
  type BallisticShown,
  ballisticFindRequest,
  ballisticLinkRequest,
  ballisticReferRequest,
  ballisticShowRequest,
  ballisticVerifyRequest,
  ballisticWithdrawRequest,
} from '@proofmark/contract/schemas/ballistic'
import * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { verifyBallistics, withdrawBallistics } from '../../custody/commands/judge-ballistics.ts'
import { linkBallistics } from '../../custody/commands/link-ballistics.ts'
import { referBallistics } from '../../custody/commands/refer-ballistics.ts'
import {
  findBallistics,
  listBallistics,
  listReferrals,
  showBallistics,
  shownAfter,
} from '../../custody/commands/show-ballistics.ts'
import {
  presentAdded,
  presentDesk,
  presentFound,
  presentReferral,
  presentWeapon,
} from '../../custody/present/ballistic.ts'
import type { SentRow } from '../../custody/rules/ballistics/sent-row.ts'
import { addRows, rowsOfTable } from '../../custody/runs/ballistic-file.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { openFile, readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed, typedJson } from '../typed.ts'

const FLAGS = {
  ...COMMON,
  level: { type: 'string' },
  system: { type: 'string' },
  on: { type: 'string' },
  number: { type: 'string' },
  note: { type: 'string' },
  why: { type: 'string' },
  to: { type: 'string' },
  id: { type: 'string' },
} as const
type BallisticFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']
type Act = (shell: Shell, flags: BallisticFlags, words: readonly string[]) => Promise<void>

const fileOfRows = z.union([z.array(z.unknown()), z.strictObject({ rows: z.array(z.unknown()) })])

async function rowsOf(path: string): Promise<SentRow[]> {
  if (!path.toLowerCase().endsWith('.json')) return rowsOfTable(basename(path), (await openFile(path)).stream)
  const sent = typedJson(fileOfRows, basename(path), await readText(path))
  return (Array.isArray(sent) ? sent : sent.rows).map((value, place) => ({ row: place + 1, value }))
}

/** Those of these values that were stated. */
const stated = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const add: Act = async (shell, flags, [file]) => {
  const { run, say } = shell
  const path = resolve(needed(file, 'FILE'))
  const added = presentAdded(await addRows(run, await rowsOf(path)), say)
  if (flags.json) printJson({ file: basename(path), ...added })
  else {
    const { accepted, unchanged, waiting, problems } = added
    print(say('ballistic.added', { accepted, unchanged, waiting: waiting.length, rejected: problems.length }))
    for (const id of waiting) print(say('ballistic.waits', { result: id }))
    for (const { row, field, value, accepted: wanted } of problems)
      print([basename(path), row, field, oneLine(value), wanted].join('\t'))
  }
  if (added.problems.length > 0) process.exitCode = 1
}

function printWeapon({ say }: Shell, { json }: BallisticFlags, shown: BallisticShown): void {
  if (json) {
    printJson(shown)
    return
  }
  print([say('ballistic.weapon'), shown.weapon].join('\t'))
  for (const { item, entry, system, reference, date, scene, place } of shown.items)
    print(
      [say(`ballistic.entry.${entry}`), system, reference, date ?? '', scene ?? place ?? '', item]
        .map(oneLine)
        .join('\t'),
    )
  for (const { record, by } of shown.firearms) print([say(`ballistic.firearm.${by}`), record].join('\t'))
  for (const { first, second, level, results } of shown.links) {
    print([say(`ballistic.level.${level}`), first, second].join('\t'))
    for (const { result, level: said, state, on, examiner } of results)
      print(
        ['', say(`ballistic.level.${said}`), say(`ballistic.state.${state}`), on, oneLine(examiner), result].join('\t'),
      )
  }
  for (const { step, day, due, late } of shown.clocks)
    print([say(`ballistic.step.${step}`), day ?? '', due ?? '', late ? say('ballistic.late') : ''].join('\t'))
}

async function actOn<Input>(
  shell: Shell,
  flags: BallisticFlags,
  command: (context: Context, input: Input) => Promise<string>,
  input: Input,
): Promise<void> {
  const shown = await insist(shell.run, async (context) =>
    presentWeapon(await shownAfter(command)(context, input), context.reader),
  )
  printWeapon(shell, flags, shown)
  await matchHere(shell)
}

/**
 * An item by its identifier, or by the reference that its system gave it. Throws `not_found`, and `value_not_listed` where
 * several bear the reference: then it names them.
 */
async function itemNamed({ run }: Shell, named: string): Promise<string> {
  if (z.uuid().safeParse(named).success) return named
  const { items } = await run((context) => findBallistics(context, { words: named }))
  const bearing = items.filter(({ reference }) => reference.toLowerCase() === named.trim().toLowerCase())
  const [first, ...others] = bearing
  if (!first) throw new ProofmarkError('not_found', { what: named })
  if (others.length === 0) return first.id
  const accepted = bearing.map(({ id, system }) => `${id} (${oneLine(system)})`).join(', ')
  throw new ProofmarkError('value_not_listed', { field: 'item', value: named, accepted })
}

const show: Act = async (shell, flags, [word]) => {
  const named = await itemNamed(shell, needed(word, 'ITEM|REFERENCE'))
  const { item } = typed(ballisticShowRequest, { item: named, grounds: shell.grounds })
  const shown = await shell.run(async (context) => presentWeapon(await showBallistics(context, item), context.reader))
  printWeapon(shell, flags, shown)
}

const list: Act = async ({ run, say }, { json }) => {
  const desk = presentDesk(await run(listBallistics))
  if (json) return printJson(desk)
  for (const { weapon, reference, items, scenes, firearm } of desk.weapons)
    print([reference, items, scenes, firearm ?? '', weapon].join('\t'))
  for (const { result, examiner } of desk.waiting)
    print([say('ballistic.state.waiting'), oneLine(examiner), result].join('\t'))
  const { leads, examined, confirmed, excluded, inconclusive } = desk.figures
  print(say('ballistic.coverage', { leads, examined, confirmed, excluded, inconclusive }))
}

const find: Act = async (shell, { json }, words) => {
  const asked = typed(ballisticFindRequest, {
    words: needed(words.join(' ') || undefined, 'WORDS'),
    grounds: shell.grounds,
  })
  const found = presentFound(await shell.run((context) => findBallistics(context, asked)))
  if (json) return printJson(found)
  for (const { item, entry, system, reference, date, scene, place } of found.items)
    print(
      [shell.say(`ballistic.entry.${entry}`), system, reference, date ?? '', scene ?? place ?? '', item]
        .map(oneLine)
        .join('\t'),
    )
}

const link: Act = async (shell, flags, [first, second]) => {
  const said = stated({
    ...{ id: flags.id ?? randomUUID(), first: needed(first, 'ITEM'), second: needed(second, 'ITEM') },
    level: listed('level', needed(flags.level, '--level'), BALLISTIC_LEVELS),
    on: flags.on ?? new Date().toISOString().slice(0, 10),
    ...{ system: needed(flags.system, '--system'), reference: flags.number, note: flags.note },
    grounds: shell.grounds,
  })
  await actOn(shell, flags, linkBallistics, typed(ballisticLinkRequest, said))
}

const verify: Act = async (shell, flags, words) => {
  const said = stated({ results: words, note: flags.note, grounds: shell.grounds })
  await actOn(shell, flags, verifyBallistics, typed(ballisticVerifyRequest, said))
}

const withdraw: Act = async (shell, flags, [word]) => {
  const said = { result: needed(word, 'RESULT'), reason: needed(flags.why, '--why'), grounds: shell.grounds }
  await actOn(shell, flags, withdrawBallistics, typed(ballisticWithdrawRequest, said))
}

const referrals: Act = async ({ run, say }, { json }) => {
  const listed = await run(listReferrals)
  const shown = listed.referrals.map((each) => presentReferral(each, say))
  if (json) return printJson({ referrals: shown, more: listed.more })
  for (const { first, second, level, points, reasons } of shown) {
    print([points, say(`ballistic.level.${level}`), first, second].join('\t'))
    for (const reason of reasons) print(`\t${reason.text}`)
  }
}

const refer = async (shell: Shell, flags: BallisticFlags, words: readonly string[], act: Record<string, unknown>) => {
  const [first, second] = words
  const said = stated({
    ...{ ...act, id: flags.id ?? randomUUID(), first: needed(first, 'ITEM'), second: needed(second, 'ITEM') },
    ...{ note: flags.note, grounds: shell.grounds },
  })
  await actOn(shell, flags, referBallistics, typed(ballisticReferRequest, said))
}

const tellOf: Act = (shell, flags, words) => refer(shell, flags, words, { act: 'told', to: needed(flags.to, '--to') })
const outcome: Act = (shell, flags, words) =>
  refer(shell, flags, words, {
    act: 'outcome',
    outcome: listed('outcome', needed(words[2], 'OUTCOME'), REFERRAL_OUTCOMES),
  })

const ACTS = {
  add,
  show,
  list,
  find,
  link,
  verify,
  withdraw,
  referrals,
  tell: tellOf,
  outcome,
} as const satisfies Record<string, Act>

/** `proofmark ballistic ACT …`: results of imaging systems, what they join, and who was told. */
export async function ballisticCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [word, ...more] = words
  const act = listed('act', word ?? 'list', Object.keys(ACTS) as (keyof typeof ACTS)[])
  if (act === 'verify' && more.length === 0) throw new ProofmarkError('usage', { reason: 'RESULT is missing' })
  await withShell(flags, (shell) => ACTS[act](shell, flags, more))
}
