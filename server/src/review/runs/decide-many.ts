import { DESKS } from '@proofmark/contract/route'
import { MOST_AT_ONCE } from '@proofmark/contract/schemas/review-many'
import type { Context, Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { withdrawJudgement } from '../../linkage/commands/withdraw-judgement.ts'
import { type CandidateDetails, candidateDetails } from '../../linkage/queries/candidates.ts'
import { judgementsOfPair } from '../../linkage/queries/judgements-of-pair.ts'
import { matchedRecords } from '../../linkage/queries/matched-records.ts'
import { neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { groupsOf } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import { judgedRows } from '../../linkage/rules/standing-judgement.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { isMeant, joinedBy, judgementOfMany, type ManyFilter } from '../rules/many.ts'

/** So many records are looked at, or pairs judged, in one transaction. */
const AT_ONCE = 300
const JUDGED_AT_ONCE = 100
const WEAKEST = 5

export interface MeantPair {
  readonly pair: WeighedPair
  readonly one: LinkedRecord
  readonly other: LinkedRecord
}

export interface ManyFound {
  readonly pairs: readonly MeantPair[]
  readonly more: boolean
  readonly weakest: readonly MeantPair[]
  readonly firearms: { readonly now: number; readonly after: number }
  readonly heldBack: number
}

export interface FindMany extends ManyFilter {
  readonly source: string
  readonly with: string
  readonly verdict: 'same' | 'different'
}

async function meantAmong(context: Context, seeds: readonly string[], other: string, filter: ManyFilter) {
  const { records, pairs } = await neighbourhood(context, seeds)
  const wanted = new Set(seeds)
  const found = pairs.flatMap((pair): MeantPair[] => {
    const [one, two] = [records.get(pair.record), records.get(pair.other)]
    if (!one || !two || !wanted.has(pair.record) || two.source !== other || !isMeant(pair, filter)) return []
    return one.source === two.source && pair.record > pair.other ? [] : [{ pair, one, other: two }]
  })
  const once = new Map(found.map((each) => [`${each.pair.record} ${each.pair.other}`, each]))
  return { found: [...once.values()], groups: groupsOf(records, pairs), records }
}

/**
 * The pairs between two sources that a decision over many would be about, with those for which least speaks and what would
 * be joined. Nothing is judged. Throws `role_needed`, `source_unknown`.
 */
export async function findMany(run: Run, input: FindMany): Promise<ManyFound> {
  const { seeds, other } = await run(async (context) => {
    needRole(context.reader, DESKS)
    const [one, two] = [await getSource(context, input.source), await getSource(context, input.with)]
    return { seeds: await matchedRecords(context, one.id), other: two.id }
  })
  const found: MeantPair[] = []
  const groups = new Map<string, readonly string[]>()
  const records = new Map<string, LinkedRecord>()
  for (let start = 0; start < seeds.length && found.length <= MOST_AT_ONCE; start += AT_ONCE) {
    const some = seeds.slice(start, start + AT_ONCE)
    const part = await run((context) => meantAmong(context, some, other, input))
    found.push(...part.found)
    for (const [id, group] of part.groups) groups.set(id, group)
    for (const [id, record] of part.records) records.set(id, record)
  }
  const pairs = found.slice(0, MOST_AT_ONCE)
  const weakest = [...pairs].sort((a, b) => a.pair.probability - b.pair.probability).slice(0, WEAKEST)
  await run((context) =>
    context.audit({
      action: 'matches.listed',
      subjects: [...new Set(pairs.flatMap(({ pair }) => [pair.record, pair.other]))],
      body: { source: input.source, with: input.with, matches: pairs.length },
    }),
  )
  const { now, after, heldBack } = joinedBy(
    pairs.map(({ pair }) => pair),
    groups,
    records,
  )
  const firearms = input.verdict === 'same' ? { now, after } : { now, after: now }
  return {
    pairs,
    more: found.length > MOST_AT_ONCE,
    weakest,
    firearms,
    heldBack: input.verdict === 'same' ? heldBack : 0,
  }
}

/** What is shown of the pairs for which least speaks. */
export const manyDetails = (context: Context, { weakest }: ManyFound): Promise<ReadonlyMap<string, CandidateDetails>> =>
  candidateDetails(
    context,
    weakest.flatMap(({ pair }) => [pair.record, pair.other]),
  )

interface Ends {
  readonly record: string
  readonly other: string
}

/** Has any person judged this pair, and did not take it back? */
async function isJudged(context: Context, { record, other }: Ends, id: string): Promise<boolean> {
  const rows = await judgementsOfPair(context, record, other)
  const ofFirearm = judgedRows(rows.filter(({ about }) => about === 'firearm'))
  return ofFirearm.some((row) => row.state !== 'withdrawn' && row.id !== id)
}

export interface DecideMany {
  readonly id: string
  readonly pairs: readonly Ends[]
  readonly verdict: 'same' | 'different'
  readonly reason: string
}

/**
 * Judges many pairs alike, in the reader's name and for one reason, each judgement bearing that it was decided among many.
 * A pair that a person judged meanwhile is passed over. Sent again, it makes nothing twice. Throws `role_needed`, `not_found`.
 */
export async function decideMany(run: Run, { id, pairs, verdict, reason }: DecideMany) {
  await run(async ({ reader }) => needRole(reader, DESKS))
  const decided = { id, made: 0, passedOver: 0 }
  for (let start = 0; start < pairs.length; start += JUDGED_AT_ONCE) {
    const some = pairs.slice(start, start + JUDGED_AT_ONCE)
    decided.made += await run(async (context) => {
      let made = 0
      for (const { record, other } of some) {
        const own = judgementOfMany(id, record, other)
        if (await isJudged(context, { record, other }, own)) continue
        await judge(context, { id: own, record, other, about: 'firearm', verdict, reason, bulk: id })
        made++
      }
      return made
    })
  }
  return { ...decided, passedOver: pairs.length - decided.made }
}

async function judgementsOfMany({ client }: Context, id: string) {
  const { rows } = await client.query<Ends & { number: string }>(
    `SELECT record_id AS record, other_id AS other, number FROM judgement
     WHERE bulk_id = $1 AND kind = 'verdict' AND record_id < other_id ORDER BY number, record_id, other_id`,
    [id],
  )
  return rows
}

/**
 * Takes back what is left of a decision over many: those of its judgements that still stand, or wait for a second person.
 * What somebody judged since is not touched. Throws `role_needed`, and `judgement_not_yours` where another made it.
 */
export async function withdrawMany(
  run: Run,
  { id, reason }: { readonly id: string; readonly reason?: string | undefined },
) {
  const made = await run((context) => {
    needRole(context.reader, DESKS)
    return judgementsOfMany(context, id)
  })
  let withdrawn = 0
  for (let start = 0; start < made.length; start += JUDGED_AT_ONCE) {
    const some = made.slice(start, start + JUDGED_AT_ONCE)
    withdrawn += await run(async (context) => {
      let taken = 0
      for (const { record, other, number } of some) {
        const rows = await judgementsOfPair(context, record, other)
        const found = judgedRows(rows.filter(({ about }) => about === 'firearm')).find((row) => row.number === number)
        if (found?.state !== 'standing' && found?.state !== 'waiting') continue
        const own = judgementOfMany(`${id} withdrawn`, record, other)
        await withdrawJudgement(context, { id: own, record, other, number, reason })
        taken++
      }
      return taken
    })
  }
  return { id, withdrawn, gone: made.length - withdrawn }
}
