import { READERS } from '@proofmark/contract/route'
import type { Context, Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { matchedRecords } from '../queries/matched-records.ts'
import { neighbourhood } from '../queries/neighbourhood.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import type { Verdict } from '../rules/standing-judgement.ts'

export interface ListedMatch {
  readonly one: LinkedRecord
  readonly other: LinkedRecord
  readonly probability: number
  readonly judgement: Verdict
}

/** Of which source the one side is, and of which the other. */
export interface Sides {
  readonly source?: string | undefined
  readonly with?: string | undefined
}

/** So many records are looked at in one transaction. */
const AT_ONCE = 500

interface KnownSides {
  readonly source: string | null
  readonly with: string | null
}

async function seedsOf(context: Context, sides: Sides) {
  needRole(context.reader, READERS)
  const idOf = async (name: string | undefined) => (name === undefined ? null : (await getSource(context, name)).id)
  const known: KnownSides = { source: await idOf(sides.source), with: await idOf(sides.with) }
  // With the other side alone named it is the one that is gone through.
  const turned = known.source === null && known.with !== null
  const seeds = await matchedRecords(context, turned ? known.with : known.source)
  return { known, turned, seeds }
}

/** Is this pair to be told from this side? Where both sides would tell it, the one with the smaller identifier does. */
function isTold({ one, other }: ListedMatch, seeds: ReadonlySet<string>, wanted: string | null): boolean {
  if (wanted !== null && other.source !== wanted) return false
  const bothTell = seeds.has(other.record) && (wanted === null || one.source === wanted)
  return !bothTell || one.record < other.record
}

/**
 * Every pair that this reader may see and that is likely or was judged, as the reader has it; those of the records of a
 * source, or between two sources, where they are named. Ordered by source and key of the first side, likeliest first.
 * Throws `role_needed`, `source_unknown`.
 */
export async function* listMatches(run: Run, sides: Sides): AsyncGenerator<ListedMatch> {
  const { known, turned, seeds } = await run((context) => seedsOf(context, sides))
  const all = new Set(seeds)
  for (let start = 0; start < seeds.length; start += AT_ONCE) {
    const some = seeds.slice(start, start + AT_ONCE)
    const told = await run(async (context) => {
      const found = (await matchesOf(context, some)).filter((each) => isTold(each, all, turned ? null : known.with))
      if (found.length === 0) return found
      await context.audit({
        action: 'matches.listed',
        subjects: [...new Set(found.flatMap(({ one, other }) => [one.record, other.record]))],
        body: { source: sides.source ?? null, with: sides.with ?? null, matches: found.length },
      })
      return found
    })
    yield* turned ? told.map(({ one, other, ...rest }) => ({ one: other, other: one, ...rest })) : told
  }
}

async function matchesOf(context: Context, seeds: readonly string[]): Promise<ListedMatch[]> {
  const { records, pairs } = await neighbourhood(context, seeds)
  const bySeed = Map.groupBy(pairs, ({ record }) => record)
  return seeds.flatMap((seed) =>
    (bySeed.get(seed) ?? [])
      .flatMap(({ other, probability, verdict }): ListedMatch[] => {
        if (verdict === null) return []
        return [{ one: records.get(seed)!, other: records.get(other)!, probability, judgement: verdict }]
      })
      .sort((a, b) => b.probability - a.probability || (a.other.record < b.other.record ? -1 : 1)),
  )
}
