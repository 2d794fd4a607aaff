import type { Reader } from '../../server/src/access/context.ts'
import { findAsked } from '../../server/src/linkage/commands/find.ts'
import { searchRecords } from '../../server/src/linkage/commands/search-records.ts'
import { countEntries } from '../../server/src/linkage/queries/candidates.ts'
import { type Asked, readAsked, type ShareByDamage, shareByDamage } from './asked.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure, shareMeasure } from './measure.ts'
import type { Damage } from './mix/serial-damage.ts'
import { meanOf, timed, timesOf } from './statistics.ts'
import { type SeenStatements, watching } from './watch.ts'

const NEAR = 'candidates-by-keys'
const WIDE = 'candidates-by-pieces'
const SHOWN = 20

interface Search {
  readonly damage: Damage
  /** Of the whole search: reading the keys, both paths where both are taken, and weighing what they find. */
  readonly milliseconds: number
  readonly near: { readonly lookedAt: number; readonly found: boolean }
  /** Null where the near path settled it. */
  readonly wide: { readonly milliseconds: number; readonly lookedAt: number; readonly found: boolean } | null
}

export interface SearchResult {
  readonly measures: readonly Measure[]
  readonly recall: Readonly<Record<'near' | 'near and wide', ShareByDamage>>
  readonly wideTaken: ShareByDamage
}

async function searchOnce({ as }: Installation, who: Reader, each: Asked): Promise<Search> {
  const seen: SeenStatements = new Map()
  const asked = readAsked(each)
  const { milliseconds } = await timed(() =>
    as(who, async (context) => searchRecords(watching(context, seen), asked, await countEntries(context))),
  )
  const path = (name: string) => {
    const { records = [], milliseconds: took = 0 } = seen.get(name) ?? {}
    return { milliseconds: took, lookedAt: records.length, found: records.includes(each.truth) }
  }
  return { damage: each.damage, milliseconds, near: path(NEAR), wide: seen.has(WIDE) ? path(WIDE) : null }
}

function timeMeasures(name: string, samples: readonly number[]): Measure[] {
  const { mean, median, p99 } = timesOf(samples)
  return Object.entries({ median, mean, '99th percentile': p99 }).map(([of, value]) =>
    measure({ name: `${name}, ${of}`, unit: 'ms', value }),
  )
}

/** Searches candidates as a look-up does: by the near path, and by the wide one where that does not settle it. */
export async function benchSearch(installation: Installation, asked: readonly Asked[]): Promise<SearchResult> {
  const who = await installation.reader()
  const searches: Search[] = []
  for (const each of asked) searches.push(await searchOnce(installation, who, each))
  const wide = searches.flatMap((search) => search.wide ?? [])
  const near = shareByDamage(searches, (search) => search.near.found)
  const both = shareByDamage(searches, (search) => search.near.found || search.wide?.found === true)
  return {
    measures: [
      shareMeasure('true entry among the candidates of the near path', near.all!),
      measure({
        name: 'entries looked at by the near path, mean',
        unit: '',
        value: meanOf(searches.map((search) => search.near.lookedAt)),
      }),
      shareMeasure('look-ups that take the wide path', wide.length / searches.length),
      ...timeMeasures(
        'the wide path alone, where taken',
        wide.map(({ milliseconds }) => milliseconds),
      ),
      measure({
        name: 'entries looked at by the wide path, mean',
        unit: '',
        value: meanOf(wide.map(({ lookedAt }) => lookedAt)),
      }),
      shareMeasure('true entry among the candidates of both paths', both.all!),
      ...timeMeasures(
        'whole candidate search, near and wide',
        searches.map(({ milliseconds }) => milliseconds),
      ),
    ],
    recall: { near, 'near and wide': both },
    wideTaken: shareByDamage(searches, (search) => search.wide !== null),
  }
}

/** The whole look-up as a reader has it, from the row that is asked to what is shown. */
export async function benchFind({ reader, as }: Installation, asked: readonly Asked[]): Promise<Measure[]> {
  const samples: number[] = []
  const who = await reader()
  for (const each of asked) {
    const { milliseconds } = await timed(() => as(who, (context) => findAsked(context, readAsked(each), SHOWN)))
    samples.push(milliseconds)
  }
  return timeMeasures('whole look-up (findAsked)', samples)
}
