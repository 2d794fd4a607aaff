import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { MANY_VERDICTS, manyDecideRequest, manyPreviewRequest } from '@proofmark/contract/schemas/review-many'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { askOpinion, assign } from '../../review/commands/assign.ts'
import { agreement, showWork } from '../../review/commands/show-work.ts'
import { presentAssigned, presentMany, presentWork } from '../../review/present/review.ts'
import { colleagues } from '../../review/queries/colleagues.ts'
import { decideMany, findMany, manyDetails, withdrawMany } from '../../review/runs/decide-many.ts'
import { COMMON, listed, needed, type readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'

/** What the queue and its acts may be told. */
export const REVIEW_FLAGS = {
  ...COMMON,
  source: { type: 'string' },
  kind: { type: 'string' },
  mine: { type: 'boolean' },
  limit: { type: 'string' },
  agency: { type: 'string' },
  verdict: { type: 'string' },
  least: { type: 'string' },
  most: { type: 'string' },
  'any-mark': { type: 'boolean' },
  'any-make': { type: 'boolean' },
  reason: { type: 'string' },
  to: { type: 'string' },
  of: { type: 'string' },
} as const
type ReviewFlags = ReturnType<typeof readArguments<typeof REVIEW_FLAGS>>['flags']

type Act = (shell: Shell, flags: ReviewFlags, words: readonly string[]) => Promise<void>

const share = (field: string, stated: string | undefined, otherwise: number): number => {
  const value = stated === undefined ? otherwise : Number(stated)
  if (value >= 0 && value <= 1) return value
  throw new ProofmarkError('value_not_listed', { field, value: stated ?? '', accepted: '0 – 1' })
}

/** Looks through many pairs between two sources, and judges them alike where a reason is given. */
async function many(shell: Shell, flags: ReviewFlags, [source, other]: readonly string[]): Promise<void> {
  const { run, say, grounds } = shell
  const verdict = listed('verdict', needed(flags.verdict, '--verdict'), MANY_VERDICTS)
  const asked = typed(manyPreviewRequest, {
    source: needed(source, 'SOURCE'),
    with: needed(other, 'OTHER'),
    sameMark: !flags['any-mark'],
    sameMake: !flags['any-make'],
    least: share('least', needed(flags.least, '--least'), 0),
    most: share('most', flags.most, 1),
    verdict,
    grounds,
  })
  const found = await findMany(run, asked)
  const preview = presentMany(found, await run((context) => manyDetails(context, found)))
  if (flags.reason === undefined) {
    if (flags.json) return printJson(preview)
    const { now, after } = preview.firearms
    print(say('shell.review_many', { pairs: preview.pairs.length, now, after, held: preview.heldBack }))
    for (const { probability, one, other } of preview.weakest)
      print([probability.toFixed(2), one.source, one.key, other.source, other.key].join('\t'))
    return
  }
  if (preview.pairs.length === 0) {
    if (flags.json) return printJson({ id: null, made: 0, passedOver: 0 })
    return print(say('shell.review_many_none'))
  }
  const decision = typed(manyDecideRequest, {
    id: randomUUID(),
    pairs: preview.pairs,
    verdict,
    reason: flags.reason,
    grounds,
  })
  const decided = await decideMany(run, decision)
  await matchHere(shell)
  if (flags.json) printJson(decided)
  else print(say('shell.review_decided', decided))
}

const takeBack: Act = async (shell, flags, [id]) => {
  const withdrawn = await withdrawMany(shell.run, { id: needed(id, 'DECISION'), reason: flags.reason })
  await matchHere(shell)
  if (flags.json) printJson(withdrawn)
  else print(shell.say('shell.review_taken_back', withdrawn))
}

interface Named {
  readonly record: string
  readonly other: string
}

/** Runs a command about the pair that four words name; errors name the records as they were typed. */
function aboutPair<Result>(
  { run }: Shell,
  { agency }: ReviewFlags,
  words: readonly string[],
  command: (context: Context, pair: Named) => Promise<Result>,
): Promise<Result> {
  const [one, key, second, otherKey] = ['SOURCE', 'KEY', 'SOURCE', 'KEY'].map((name, at) => needed(words[at], name))
  return insist(run, async (context) => {
    const record = await recordNamed(context, one!, key!, agency)
    const other = await recordNamed(context, second!, otherKey!, agency)
    const asked = new Map([
      [record, `${one} ${key}`],
      [other, `${second} ${otherKey}`],
    ])
    return asTyped(asked, () => command(context, { record, other }))
  })
}

/** A colleague by name. Throws `value_not_listed`, with the names that there are. */
async function colleague(context: Context, field: string, name: string): Promise<string> {
  const all = await colleagues(context)
  const found = all.filter((each) => each.name === name)
  if (found.length === 1) return found[0]!.account
  const accepted = all.map((each) => each.name).join(', ')
  throw new ProofmarkError('value_not_listed', { field, value: name, accepted: accepted || '–' })
}

const give: Act = async (shell, flags, words) => {
  const to = needed(flags.to, '--to')
  const assigned = presentAssigned(
    await aboutPair(shell, flags, words, async (context, pair) => {
      const { account } = context.reader
      const whose = to === 'nobody' ? null : to === 'me' ? account : await colleague(context, 'to', to)
      return assign(context, { ...pair, to: whose })
    }),
  )
  if (flags.json) printJson({ assigned })
  else print(shell.say(assigned ? 'shell.review_assigned' : 'shell.review_unassigned', { name: assigned?.name ?? '' }))
}

const opinion: Act = async (shell, flags, words) => {
  const name = needed(flags.of, '--of')
  const id = randomUUID()
  const asked = await aboutPair(shell, flags, words, async (context, pair) =>
    askOpinion(context, { ...pair, id, of: await colleague(context, 'of', name) }),
  )
  if (flags.json) printJson(asked)
  else print(shell.say('shell.review_opinion', { name: asked.of }))
}

const work: Act = async ({ run, say }, flags) => {
  const shown = presentWork(await run(showWork))
  if (flags.json) return printJson(shown)
  for (const kind of ['seconds', 'opinions', 'asked'] as const)
    for (const { one, other } of shown[kind])
      print([say(`shell.review_work.${kind}`), one.source, one.key, other.source, other.key].join('\t'))
}

const agreed: Act = async ({ run, say }, flags) => {
  const figures = await run(agreement)
  if (flags.json) printJson(figures)
  else print(say('shell.review_agreement', { agreed: figures.agreed, pairs: figures.pairs }))
}

/** What may be done at the desk of review besides looking at its queue, by the word that asks for it. */
export const REVIEW_ACTS: Readonly<Record<string, Act>> = {
  many,
  'take-back': takeBack,
  assign: give,
  opinion,
  work,
  agreement: agreed,
}
