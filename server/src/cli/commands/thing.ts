import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { nodeName } from '@proofmark/contract/schemas/graph'
import {
  type NamedThing,
  type ThingSaid,
  type ThingShown,
  thingAddRequest,
  thingDuplicatesRequest,
  thingJudgeRequest,
  thingListRequest,
  thingReviewRequest,
  thingReviewsRequest,
  thingSayRequest,
  thingShowRequest,
  thingWithdrawRequest,
  tieAddRequest,
  tieWithdrawRequest,
} from '@proofmark/contract/schemas/thing'
import { insist } from '../../access/insist.ts'
import { addThing, placeOfThing } from '../../cases/commands/add-thing.ts'
import { compareThings } from '../../cases/commands/compare-things.ts'
import { judgeThings } from '../../cases/commands/judge-things.ts'
import { listThings } from '../../cases/commands/list-things.ts'
import { listReviews, reviewThing } from '../../cases/commands/review-thing.ts'
import { placeOfTie, sayTie } from '../../cases/commands/say-tie.ts'
import { placeOfValues, sayValues } from '../../cases/commands/say-values.ts'
import { showThing } from '../../cases/commands/show-thing.ts'
import { withdrawTie, withdrawValue } from '../../cases/commands/withdraw-said.ts'
import { presentCompared, presentReviews, presentThing, presentThings } from '../../cases/present/thing.ts'
import { caseNamed } from '../../cases/queries/case-named.ts'
import { needed, readArguments, readLimit } from '../arguments.ts'
import { inOptions } from '../in-options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { THING_ERASING } from './thing-erasing.ts'
import { stated, THING_FLAGS, type ThingAct, type ThingFlags, thingTyped } from './thing-flags.ts'
import { THING_WORDS } from './thing-words.ts'

type Act = ThingAct

/** The case of `--case`, by identifier or reference. */
async function caseTyped({ run }: Shell, name: string | undefined): Promise<{ readonly case?: string }> {
  if (name === undefined) return {}
  return run(async (context) => ({ case: (await caseNamed(context, name)).id }))
}

/** `number=+999 55 0142` as a field and its value. */
function pairOf(word: string): readonly [field: string, value: string] {
  const at = word.indexOf('=')
  if (at < 1) throw new ProofmarkError('usage', { reason: `FIELD=VALUE: ${word}` })
  return [word.slice(0, at), word.slice(at + 1)]
}

/** `person:ID` as whoever works in the shell types a node. Throws `value_not_listed`. */
function nodeTyped(word: string | undefined): string {
  const node = needed(word, 'NODE').toLowerCase()
  if (nodeName.safeParse(node).success) return node
  throw new ProofmarkError('value_not_listed', { field: 'NODE', value: node, accepted: 'KIND:ID' })
}

const valuesIn = ({ standing, source, record, review }: ThingFlags, words: readonly string[]) =>
  words.map(pairOf).map(([field, value]) =>
    stated({
      id: randomUUID(),
      field,
      value,
      standing: standing ?? 'fact',
      source,
      record: record?.[0],
      reviewOn: review,
    }),
  )

const calledIn = ({ say }: Shell, { kind, label, withheld }: NamedThing): string =>
  label === null
    ? say(withheld === null ? 'thing.unnamed' : kind === 'person' ? 'thing.a_person' : `thing.kind.${kind}`)
    : oneLine(label)

function printSaid({ say }: Shell, { json }: ThingFlags, said: ThingSaid): void {
  if (json) {
    printJson(said)
    return
  }
  print(say('thing.recorded', { thing: said.thing }))
  for (const { field, hint } of said.hints)
    print(say('thing.hinted', { field: say(`thing.field.${field}`), hint: say(`thing.hint.${hint}`) }))
}

const add: Act = async (shell, flags, [kind, ...words]) => {
  const { category, reason } = flags
  needed(words[0], 'FIELD=VALUE')
  const input = typed(thingAddRequest, {
    ...stated({ case: flags.case, compartment: flags.compartment }),
    ...{ id: flags.id ?? randomUUID(), kind: needed(kind, 'KIND'), kept: flags.silent ? 'silent' : 'pointer' },
    values: valuesIn(flags, words),
    ...(category === undefined ? {} : { subject: stated({ tie: randomUUID(), category, reason }) }),
    grounds: shell.grounds,
  })
  await insist(shell.run, (context) => placeOfThing(context, input))
  printSaid(shell, flags, await insist(shell.run, (context) => addThing(context, input)))
}

const sayMore: Act = async (shell, flags, [thing, ...words]) => {
  needed(words[0], 'FIELD=VALUE')
  const input = typed(thingSayRequest, {
    thing: thingTyped(thing),
    values: valuesIn(flags, words),
    grounds: shell.grounds,
  })
  await insist(shell.run, (context) => placeOfValues(context, input))
  printSaid(shell, flags, await insist(shell.run, (context) => sayValues(context, input)))
}

/** How many are protected, and by which step they are shown. */
function printHidden({ say }: Shell, count: number): void {
  if (count > 0) print([say('thing.hidden', { count }), say('shell.things_protected')].join(' '))
}

function printShown(shell: Shell, shown: ThingShown): void {
  const { say } = shell
  print([say(`thing.kind.${shown.kind}`), calledIn(shell, shown), shown.case?.reference ?? '', shown.agency].join('\t'))
  for (const { field, text, standing, hint, withdrawnAt, value } of shown.values)
    print(
      [
        say(`thing.field.${field}`),
        text === null ? say('thing.erased') : oneLine(text),
        say(`thing.standing.${standing}`),
        hint === null ? '' : say(`thing.hint.${hint}`),
        withdrawnAt === null ? '' : say('thing.verdict.withdrawn'),
        value,
      ].join('\t'),
    )
  for (const { relation, forward, other, standing, category, withdrawnAt, tie } of shown.ties) {
    const called = other.label ?? (other.withheld === null ? other.node : say('thing.a_person'))
    const words = [say(`thing.kind.${other.kind}`), oneLine(called)].join(' ')
    print(
      [
        forward ? say(`thing.relation.${relation}`) : `← ${say(`thing.relation.${relation}`)}`,
        words,
        say(`thing.standing.${standing}`),
        category === null ? '' : say(`thing.category.${category}`),
        withdrawnAt === null ? '' : say('thing.verdict.withdrawn'),
        tie,
      ].join('\t'),
    )
  }
  for (const each of shown.one) print([say('thing.verdict.same'), calledIn(shell, each), each.thing].join('\t'))
  printHidden(shell, shown.hiddenPersons)
}

const show: Act = async (shell, flags, [thing]) => {
  const input = typed(thingShowRequest, {
    ...{ thing: thingTyped(thing), protectedPersons: flags.protected ?? false, grounds: shell.grounds },
  })
  const shown = await shell.run(async (context) => presentThing(await showThing(context, input), context.reader))
  if (flags.json) printJson(shown)
  else printShown(shell, shown)
}

const list: Act = async (shell, flags) => {
  const [field, value] = flags.find === undefined ? [] : pairOf(flags.find)
  const input = typed(thingListRequest, {
    ...stated({ case: flags.case, kinds: flags.kind === undefined ? undefined : [flags.kind] }),
    ...(field === undefined ? {} : { find: { field, value } }),
    ...{ protectedPersons: flags.protected ?? false, after: Number(flags.after ?? 0), limit: readLimit(flags.limit) },
    grounds: shell.grounds,
  })
  const { things, hiddenPersons } = presentThings(await shell.run((context) => listThings(context, input)))
  for (const each of things) {
    if (flags.json) printJson(each)
    else
      print(
        [
          shell.say(`thing.kind.${each.kind}`),
          calledIn(shell, each),
          each.categories.map((category) => shell.say(`thing.category.${category}`)).join(', '),
          each.thing,
        ].join('\t'),
      )
  }
  if (flags.json) return
  if (things.length === 0 && hiddenPersons === 0) print(shell.say('thing.none'))
  printHidden(shell, hiddenPersons)
}

const tie: Act = async (shell, flags, [from, to, relation]) => {
  const { from: fromDay, to: toDay, note, source, category, reason, review, record } = flags
  const input = typed(tieAddRequest, {
    ...{ id: flags.id ?? randomUUID(), from: nodeTyped(from), to: nodeTyped(to) },
    ...{ relation: needed(relation, 'RELATION'), standing: flags.standing ?? 'fact', records: record ?? [] },
    ...stated({ fromDay, toDay, note, source, category, reason, reviewOn: review, case: flags.case }),
    grounds: shell.grounds,
  })
  await insist(shell.run, (context) => placeOfTie(context, input))
  const said = await insist(shell.run, (context) => sayTie(context, input))
  if (flags.json) printJson({ tie: said })
  else print(said)
}

const withdraw: Act = async (shell, flags, [what, value]) => {
  const act = flags.restore ? 'restored' : 'withdrawn'
  const { grounds, run } = shell
  if (flags.tie === undefined) {
    const input = typed(thingWithdrawRequest, {
      thing: thingTyped(what),
      value: needed(value, 'VALUE'),
      act,
      grounds,
    })
    await run((context) => withdrawValue(context, input))
  } else {
    const input = typed(tieWithdrawRequest, { node: nodeTyped(what), tie: flags.tie, act, grounds })
    await run((context) => withdrawTie(context, input))
  }
}

const duplicates: Act = async (shell, flags, [thing]) => {
  const { say } = shell
  const input = typed(thingDuplicatesRequest, {
    ...stated({ thing, case: flags.case, judged: flags.judged }),
    grounds: shell.grounds,
  })
  const { pairs, leftOut } = presentCompared(await shell.run((context) => compareThings(context, input)))
  if (flags.json) return printJson({ pairs, leftOut })
  for (const { first, second, reasons, verdict } of pairs) {
    print([calledIn(shell, first), first.thing, calledIn(shell, second), second.thing].join('\t'))
    for (const { reason, field, said } of reasons)
      print(
        [
          '',
          say(`thing.why.${reason}`, { field: field === null ? '' : say(`thing.field.${field}`) }),
          oneLine(said.join(' · ')),
        ].join('\t'),
      )
    if (verdict) print(['', say(`thing.verdict.${verdict.verdict}`), oneLine(verdict.why), verdict.by].join('\t'))
  }
  for (const { field, value, things, most } of leftOut)
    print(say('thing.left_out', { field: say(`thing.field.${field}`), value: oneLine(value), things, most }))
  if (pairs.length === 0 && leftOut.length === 0) print(say('thing.none'))
}

const judge: Act = async (shell, flags, [first, second, verdict]) => {
  const input = typed(thingJudgeRequest, {
    ...{ id: flags.id ?? randomUUID(), first: thingTyped(first), second: thingTyped(second) },
    ...{ verdict: needed(verdict, 'VERDICT'), ...stated({ why: flags.why }), grounds: shell.grounds },
  })
  const one = await shell.run((context) => judgeThings(context, input))
  if (flags.json) printJson({ id: input.id, one })
  else print(shell.say('thing.judged', { count: one.length }))
}

const reviews: Act = async (shell, flags) => {
  const input = typed(thingReviewsRequest, { ...stated({ until: flags.until }), grounds: shell.grounds })
  const { things } = presentReviews(await shell.run((context) => listReviews(context, input)))
  for (const each of things)
    if (flags.json) printJson(each)
    else print([each.dueOn, shell.say(`thing.kind.${each.kind}`), calledIn(shell, each), each.thing].join('\t'))
  if (!flags.json && things.length === 0) print(shell.say('thing.none'))
}

const keep: Act = async (shell, flags, [thing]) => {
  const input = typed(thingReviewRequest, {
    ...{
      thing: thingTyped(thing),
      until: needed(flags.until, '--until DAY'),
      why: needed(flags.why, '--why TEXT'),
    },
    grounds: shell.grounds,
  })
  const until = await shell.run((context) => reviewThing(context, input))
  if (flags.json) printJson({ thing: input.thing, until })
  else print(shell.say('thing.kept_until', { until }))
}

const ACTS: Readonly<Record<string, Act>> = {
  ...{ add, say: sayMore, show, list, tie, withdraw, duplicates, judge, reviews, keep },
  ...THING_ERASING,
}

/** `proofmark thing add|say|show|list|tie|withdraw|duplicates|judge|reviews|keep|erase|words|passage|strike|erasures …`: persons and things of inquiries. */
export async function thingCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, THING_FLAGS)
  const [word = 'list', ...rest] = words
  const act = Object.hasOwn(ACTS, word) ? ACTS[word] : undefined
  if (!act)
    throw new ProofmarkError('command_unknown', { value: `thing ${word}`, accepted: Object.keys(ACTS).join(', ') })
  await inOptions(THING_WORDS, () =>
    withShell(flags, async (shell) => act(shell, { ...flags, ...(await caseTyped(shell, flags.case)) }, rest)),
  )
}
