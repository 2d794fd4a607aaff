import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context, Run } from '../../server/src/access/context.ts'
import { type Matched, matchWaiting } from '../../server/src/linkage/matching/match-waiting.ts'
import { listMatches } from '../../server/src/linkage/runs/list-matches.ts'
import { createPool } from '../../server/src/store/connection.ts'
import { showLife } from '../../server/src/tracing/commands/show-life.ts'
import type { ShareByDamage } from './asked.ts'
import { shareByDamage } from './asked.ts'
import { importInProcess, importRegister, settleTables } from './import.ts'
import { type Installation, withInstallation } from './installation.ts'
import { type Measure, measure, shareMeasure } from './measure.ts'
import { recoveriesCsv } from './mix/csv.ts'
import { makeRecoveries, type Recovery } from './mix/recoveries.ts'
import { makeMixRegister } from './mix/register.ts'
import { timed, timesOf } from './statistics.ts'

const ENTRIES = 20_000
const RECOVERIES = 4_000
const LIVES = 1_200
const WARM_UP = 200
/** From here on a pair counts as a match. */
const LIKELY = 0.5

export interface MatchingResult {
  readonly measures: readonly Measure[]
  readonly recall: ShareByDamage
}

export async function matchTimed({ store }: Installation): Promise<Matched & { seconds: number }> {
  const pool = createPool(store.urls.match, 2)
  try {
    const { milliseconds, result } = await timed(() => matchWaiting(pool))
    return { ...result!, seconds: milliseconds / 1000 }
  } finally {
    await pool.end()
  }
}

export async function importRecoveries(
  { folder, order }: Installation,
  recoveries: readonly Recovery[],
): Promise<void> {
  const path = join(folder, 'recoveries.csv')
  await pipeline(Readable.from(recoveriesCsv(recoveries)), createWriteStream(path))
  await importInProcess(order({ source: 'seizures', path, profile: null }))
}

/** Of each recovery the entries that are told as its matches, from this probability on. */
export async function matchesOf(run: Run, from = LIKELY): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for await (const { one, other, probability } of listMatches(run, { source: 'seizures', with: 'register' }))
    if (probability >= from) found.set(one.key, [...(found.get(one.key) ?? []), other.key])
  return found
}

/** A life with its findings, in turn with primary-key selects in the same kind of reader transaction. */
async function benchLife({ owner, reader, as }: Installation): Promise<Measure[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT r.id FROM record r JOIN source s ON s.id = r.source_id WHERE s.name = 'seizures' ORDER BY md5(r.id::text) LIMIT $1`,
    [LIVES],
  )
  const who = await reader()
  const lives: number[] = []
  const selects: number[] = []
  for (const [turn, { id }] of rows.entries()) {
    const other = rows[(turn * 7 + 3) % rows.length]!.id
    const select = (context: Context) => context.client.query('SELECT * FROM record WHERE id = $1', [other])
    const primary = await timed(() => as(who, select))
    const life = await timed(() => as(who, (context) => showLife(context, id)))
    if (turn < WARM_UP) continue
    selects.push(primary.milliseconds)
    lives.push(life.milliseconds)
  }
  const [life, primary] = [timesOf(lives), timesOf(selects)]
  return [
    measure({
      name: 'a life with its findings, median',
      value: life.median,
      unit: 'ms',
      baseline: { name: 'primary-key select in the same reader transaction', value: primary.median },
      target: { atMost: 10 },
    }),
    measure({ name: 'a life with its findings, 99th percentile', value: life.p99, unit: 'ms' }),
  ]
}

/**
 * Matches 4,000 recoveries with a register of 20,000 entries, as the matching process does, and counts what a reader is
 * then told against the truth; then shows lives.
 */
export function benchMatching(registerSeed: number, recoverySeed: number): Promise<MatchingResult> {
  return withInstallation(async (installation) => {
    const register = makeMixRegister(ENTRIES, registerSeed)
    await importRegister(installation, register)
    await settleTables(installation)
    const entries = await matchTimed(installation)
    const recoveries = makeRecoveries(register, RECOVERIES, recoverySeed)
    await importRecoveries(installation, recoveries)
    const matched = await matchTimed(installation)
    await settleTables(installation)
    const who = await installation.reader()
    const found = await matchesOf((work) => installation.as(who, work))
    const told = [...found.values()].flat().length
    const right = recoveries.filter(({ id, truth }) => found.get(id)?.includes(truth)).length
    const of = `of ${RECOVERIES} recoveries with ${ENTRIES} entries, at a probability of ${LIKELY}`
    return {
      measures: [
        measure({ name: 'register entries matched a second', value: ENTRIES / entries.seconds, unit: '' }),
        measure({ name: 'recoveries matched a second', value: RECOVERIES / matched.seconds, unit: '' }),
        measure({ name: 'pairs kept a recovery', value: matched.pairs / RECOVERIES, unit: '' }),
        shareMeasure(`precision of matches, ${of}`, right / told, { atLeast: 98 }),
        shareMeasure(`recall of matches, ${of}`, right / RECOVERIES, { atLeast: 93 }),
        ...(await benchLife(installation)),
      ],
      recall: shareByDamage(recoveries, ({ id, truth }) => found.get(id)?.includes(truth) === true),
    }
  })
}
