import { randomBytes } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { StratumCount } from '@proofmark/contract/quality-words'
import { DESKS } from '@proofmark/contract/route'
import type { Context, Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { matchedRecords } from '../../linkage/queries/matched-records.ts'
import { neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { standingVersion } from '../../linkage/queries/standing-balance.ts'
import { allocate, drawnAt } from '../rules/draw.ts'
import { bandOf, type ComparedPair, damageOf, stratumOf } from '../rules/sample-pair.ts'

export interface Draw {
  readonly id: string
  readonly size: number
  readonly seed?: string | undefined
}

/** So many records are looked at in one transaction. */
const AT_ONCE = 500
/** Of more records than these as many are drawn, and their pairs stand for all. */
const MOST_SEEDS = 20_000

type Placed = ComparedPair & { readonly at: string }

/** The pairs gone through so far: how many there are of each kind, and of each stratum those that are drawn first. */
class Strata {
  readonly #counts = new Map<string, StratumCount>()
  readonly #drawn = new Map<string, Placed[]>()
  readonly #seed: string
  readonly #size: number

  constructor(seed: string, size: number) {
    this.#seed = seed
    this.#size = size
  }

  add(pair: ComparedPair): void {
    const { band, linked, damage, year } = pair
    const sources = [...pair.sources].sort() as [string, string]
    const key = JSON.stringify([band, linked, sources, damage, year])
    const pairs = (this.#counts.get(key)?.pairs ?? 0) + 1
    this.#counts.set(key, { band, linked, sources, damage, year, pairs })
    const stratum = stratumOf(pair)
    const drawn = this.#drawn.get(stratum) ?? []
    drawn.push({ ...pair, at: drawnAt(this.#seed, pair.record, pair.other) })
    if (drawn.length > 2 * this.#size) drawn.sort(byPlace).splice(this.#size)
    this.#drawn.set(stratum, drawn)
  }

  counts(share: number): StratumCount[] {
    return [...this.#counts.values()].map((count) => ({ ...count, pairs: count.pairs / share }))
  }

  /** The pairs to judge, in the order of the draw, which says nothing of their strata. */
  draw(): ComparedPair[] {
    const strata = [...this.#drawn.values()].map((drawn) => drawn.sort(byPlace)).sort(([a], [b]) => byPlace(a!, b!))
    const sizes = strata.map(([first]) =>
      [...this.#counts.values()].reduce(
        (sum, count) => sum + (stratumOf(count) === stratumOf(first!) ? count.pairs : 0),
        0,
      ),
    )
    const given = allocate(sizes, this.#size)
    return strata.flatMap((drawn, at) => drawn.slice(0, given[at])).sort(byPlace)
  }
}

const byPlace = (a: Placed, b: Placed) => (a.at < b.at ? -1 : 1)

/** The years of the events of these records. */
async function yearsOf({ client }: Context, records: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ record: string; year: number }>(
    `SELECT r.id AS record, extract(year FROM v.date_from)::int4 AS year
     FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     WHERE r.id = ANY ($1::uuid[]) AND v.date_from IS NOT NULL`,
    [records],
  )
  return new Map(rows.map(({ record, year }) => [record, year]))
}

/** The pairs that the first of them stands for, as the model has them, had nobody judged anything. */
async function comparedPairs(context: Context, seeds: ReadonlySet<string>): Promise<ComparedPair[]> {
  const { records, pairs } = await neighbourhood(context, [...seeds], { judged: false })
  const own = pairs.filter(({ record, other, relation }) => relation === 'same' && record < other && seeds.has(record))
  const years = await yearsOf(context, [...new Set(own.flatMap(({ record, other }) => [record, other]))])
  return own.flatMap(({ record, other, probability, verdict, evidence }): ComparedPair[] => {
    const [one, two] = [records.get(record), records.get(other)]
    if (!one || !two || !evidence || one.entry === two.entry) return []
    const dated = [years.get(record), years.get(other)].filter((year) => year !== undefined)
    return [
      {
        record,
        other,
        band: bandOf(probability),
        linked: verdict === 'same',
        probability,
        sources: [one.source, two.source],
        damage: damageOf(evidence.levels),
        year: dated.length > 0 ? Math.max(...dated) : null,
      },
    ]
  })
}

/** Writes the sample down. The same sent again changes nothing. Throws `quality_sample_used`. */
async function keep(context: Context, { id, size }: Draw, seed: string, share: number, strata: Strata): Promise<void> {
  const { client, query, reader } = context
  const drawn = strata.draw()
  const counts = strata.counts(share)
  const made = await query
    .insertInto('quality_sample')
    .values({
      id,
      agency_id: reader.agency?.id ?? null,
      classes: [...reader.classes],
      seed,
      model: await standingVersion(client),
      share,
      counts: JSON.stringify(counts),
      drawn_by: reader.account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new ProofmarkError('quality_sample_used', { id })
  await client.query(
    `INSERT INTO quality_sample_pair (sample_id, place, record_id, other_id, band, linked, probability, source_id,
       other_source_id, damage, year)
     SELECT $1, each.* FROM unnest($2::int4[], $3::uuid[], $4::uuid[], $5::text[], $6::bool[], $7::float8[], $8::uuid[],
       $9::uuid[], $10::text[], $11::int4[]) AS each`,
    [
      id,
      drawn.map((_, at) => at + 1),
      drawn.map(({ record }) => record),
      drawn.map(({ other }) => other),
      drawn.map(({ band }) => band),
      drawn.map(({ linked }) => linked),
      drawn.map(({ probability }) => probability),
      drawn.map(({ sources }) => sources[0]),
      drawn.map(({ sources }) => sources[1]),
      drawn.map(({ damage }) => damage),
      drawn.map(({ year }) => year),
    ],
  )
  const pairs = Math.round(counts.reduce((sum, count) => sum + count.pairs, 0))
  await context.audit({ action: 'quality.sampled', subjects: [id], body: { pairs, size, results: drawn.length } })
}

/**
 * Draws a sample of the compared pairs that the reader sees, by bands of the model's probability and pairs of sources,
 * as the model would have them had nobody judged. Throws `role_needed` and `quality_sample_used`.
 */
export async function drawSample(run: Run, draw: Draw): Promise<void> {
  const seed = draw.seed ?? randomBytes(8).toString('hex')
  const all = await run(async (context) => {
    needRole(context.reader, DESKS)
    return matchedRecords(context, null)
  })
  const chosen =
    all.length <= MOST_SEEDS
      ? all
      : all
          .map((record) => ({ record, at: drawnAt(seed, record, 'record') }))
          .sort((a, b) => (a.at < b.at ? -1 : 1))
          .slice(0, MOST_SEEDS)
          .map(({ record }) => record)
  const strata = new Strata(seed, draw.size)
  for (let start = 0; start < chosen.length; start += AT_ONCE) {
    const some = new Set(chosen.slice(start, start + AT_ONCE))
    for (const pair of await run((context) => comparedPairs(context, some))) strata.add(pair)
  }
  const share = all.length === 0 ? 1 : chosen.length / all.length
  await run((context) => keep(context, draw, seed, share, strata))
}
