import { areAlike, areFar, COMPARISONS, comparingSql } from './duckdb-comparisons.ts'
import { blockingSql } from './duckdb-keys.ts'
import { learnWeights, type Pattern, type Weights } from './fellegi-sunter.ts'
import { type DuckdbConnection, openDuckdb } from './install-duckdb.ts'
import type { Judged } from './judged.ts'
import { peakMegabytes } from './peak.ts'

/** What the process that matches in DuckDB is told, and what it answers. */
export interface DuckdbOrder {
  /** CSV files of baseline rows with their position as `number`. */
  readonly entries: string
  readonly recoveries: string
  readonly threads: number
}

export interface DuckdbReport {
  readonly judged: readonly Judged[]
  readonly loadSeconds: number
  /** From the loaded tables to the result. */
  readonly seconds: number
  /** Of the whole process, from its beginning. */
  readonly peakMegabytes: number
}

const COLUMNS = `{number: 'INTEGER', serial: 'VARCHAR', make: 'VARCHAR', model: 'VARCHAR', calibre: 'VARCHAR',
  type: 'VARCHAR', country: 'VARCHAR', year: 'SMALLINT'}`
const FIELDS = COMPARISONS.map(({ field }) => field)

const loadSql = (table: string, path: string) =>
  `CREATE TABLE ${table} AS
    SELECT * FROM read_csv('${path.replaceAll("'", "''")}', header = true, nullstr = '', columns = ${COLUMNS})`

/** The rows with a serial, and with that serial as it is where confusable characters are one. */
const foldSql = (table: string, loaded: string) =>
  `CREATE TABLE ${table} AS
    SELECT *, translate(serial, 'OQILSBZG', '00115826') AS folded, length(serial) - length(replace(serial, '?', '')) AS lost
    FROM ${loaded} WHERE serial IS NOT NULL`

async function patternsOf(connection: DuckdbConnection): Promise<Pattern[]> {
  const read = await connection.runAndReadAll(
    `SELECT ${FIELDS.join(', ')}, count(*)::DOUBLE FROM compared GROUP BY ALL ORDER BY ALL`,
  )
  return read.getRowsJS().map((row) => {
    const numbers = row as number[]
    return { levels: numbers.slice(0, -1), pairs: numbers.at(-1)! }
  })
}

/**
 * Of each recovery its best entry. The probability is its share of the odds of all its entries and of none, where an
 * entry is taken the less the more other recoveries claim it. Rounded, since two threads sum in no order: what is equal
 * is to stay so, and the first of equal entries is taken.
 */
function judgingSql({ prior, fields }: Weights): string {
  const weights = FIELDS.map((field, place) => `([${fields[place]!.join(', ')}]::DOUBLE[])[${field} + 1]`)
  return `WITH weighed AS (SELECT recovery, entry, exp(${prior} + ${weights.join(' + ')}) AS odds FROM compared),
    claimed AS (SELECT *, odds / (1 + sum(odds) OVER (PARTITION BY recovery)) AS claim FROM weighed),
    shared AS (
      SELECT recovery, entry, odds * greatest(1 + claim - sum(claim) OVER (PARTITION BY entry), 1e-6) AS odds FROM claimed
    )
    SELECT recovery, arg_max(entry, {odds: round(ln(odds), 9), first: -entry})::INTEGER,
      round(max(odds) / (1 + sum(odds)), 12)
    FROM shared GROUP BY recovery`
}

async function countOf(connection: DuckdbConnection, table: string): Promise<number> {
  const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${table}`)
  return counted.getRowsJS()[0]![0] as number
}

/** From the loaded tables to the result. */
async function match(connection: DuckdbConnection): Promise<Judged[]> {
  await connection.run(foldSql('entry', 'loaded_entry'))
  await connection.run(foldSql('recovery', 'loaded_recovery'))
  await connection.run(blockingSql(await countOf(connection, 'entry')))
  await connection.run(comparingSql())
  const weights = learnWeights({
    patterns: await patternsOf(connection),
    beliefs: COMPARISONS.map(({ belief }) => belief),
    alike: areAlike,
    unlike: areFar,
    matches: Math.min(0.5, (await countOf(connection, 'recovery')) / (await countOf(connection, 'compared'))),
  })
  const result = await connection.runAndReadAll(judgingSql(weights))
  const [recoveries, entries, probabilities] = result.getColumnsJS() as [number[], number[], number[]]
  return recoveries.map((recovery, place) => ({
    recovery,
    entry: entries[place]!,
    probability: probabilities[place]!,
  }))
}

async function work({ entries, recoveries, threads }: DuckdbOrder): Promise<DuckdbReport> {
  const connection = await openDuckdb(threads)
  const began = performance.now()
  await connection.run(loadSql('loaded_entry', entries))
  await connection.run(loadSql('loaded_recovery', recoveries))
  const loaded = performance.now()
  const judged = await match(connection)
  const ended = performance.now()
  return {
    judged,
    loadSeconds: (loaded - began) / 1000,
    seconds: (ended - loaded) / 1000,
    peakMegabytes: await peakMegabytes(),
  }
}

process.once('message', async (order: DuckdbOrder) => {
  process.send?.(await work(order), () => process.disconnect())
})
