import type { Looked } from '@proofmark/matching/bulk/groups/look-wish'
import type pg from 'pg'
import { keepClasses } from '../../../access/commands/place-records.ts'
import { writeEntry } from '../../../access/commands/write-entry.ts'
import { processAccount } from '../../../access/queries/process-account.ts'
import { inTransaction } from '../../../store/transaction.ts'
import { standingBalance } from '../../queries/standing-balance.ts'
import { type MatchRecord, matchRecords } from '../match-records.ts'
import { type MeasuresAgain, storeEvidence } from '../store-evidence.ts'
import { type Candidates, measureCandidates } from './measure-candidates.ts'
import { finishPartition, type Holder, type Partition } from './partitions.ts'
import type { Rolls } from './read-rolls.ts'
import { addTally } from './run-tally.ts'

/** The numbers of the records of a partition: from the first to before the last. */
export function stretchOf({ records }: Rolls, { first, last }: Partition): readonly [from: number, to: number] {
  const to = records.placeOf(last)
  return [records.placeOf(first), to < records.length && records.at(to) === last ? to + 1 : to]
}

/** What was found, record by record and class by class. */
function candidatesOf({ records, grouped, classes }: Rolls, { found }: Looked): Candidates[] {
  const all = new Map<number, string[][]>()
  for (const { asked, others } of found)
    for (const [at, record] of asked.entries()) {
      const byClass = all.get(record) ?? classes.map((): string[] => [])
      all.set(record, byClass)
      byClass[grouped.groupOf[others[at]!]!]!.push(records.at(others[at]!))
    }
  return [...all].map(([record, byClass]) => ({ record: records.at(record), byClass }))
}

const READ_AT_ONCE = 1_000

async function readAll(client: pg.ClientBase, ids: Iterable<string>): Promise<Map<string, MatchRecord>> {
  const wanted = [...ids]
  const known = new Map<string, MatchRecord>()
  for (let start = 0; start < wanted.length; start += READ_AT_ONCE)
    for (const [id, record] of await matchRecords(client, wanted.slice(start, start + READ_AT_ONCE)))
      known.set(id, record)
  return known
}

/**
 * Every record of a run has its partition, and of what stands of a pair one of the two sees to it that it is measured
 * again: the one that looks around, since it meets with the pair anyway; of two alike the one with the smaller identifier.
 */
function measuresAgain({ records, grouped }: Rolls): MeasuresAgain {
  const byEqual = (id: string): number | undefined => {
    const place = records.placeOf(id)
    return place < records.length && records.at(place) === id ? grouped.byEqual[place] : undefined
  }
  return (record, other) => {
    const [own, others] = [byEqual(record), byEqual(other)]
    if (own === undefined || others === undefined) return true
    return own === others ? record < other : own < others
  }
}

/** Those of these records of whose pairs something stands that they are to measure again, whether it is met with or not. */
async function withEvidence(
  client: pg.ClientBase,
  asked: readonly string[],
  measuresAgain: MeasuresAgain,
): Promise<string[]> {
  const { rows } = await client.query<{ record: string; other: string }>(
    'SELECT DISTINCT record_id AS record, other_id AS other FROM pair_evidence WHERE record_id = ANY ($1::uuid[])',
    [asked],
  )
  return rows.flatMap(({ record, other }) => (measuresAgain(record, other) ? [record] : []))
}

/**
 * Measures what was found for a partition and stores it, with its counts and its entry in the access log, in one
 * transaction. False, and nothing stored, where another process took the partition over, or where another model stands than
 * the run measures by.
 */
export async function storePartition(
  pool: pg.Pool,
  rolls: Rolls,
  held: Holder,
  partition: Partition,
  looked: Looked,
  model: string,
): Promise<boolean> {
  const asking = candidatesOf(rolls, looked)
  const [from, to] = stretchOf(rolls, partition)
  const asked = Array.from({ length: to - from }, (_, at) => rolls.records.at(from + at))
  const entries = rolls.grouped.groups.map(({ roll }) => roll.length)
  const lost = new Error('Another process took the partition over, or another model stands.')
  try {
    await inTransaction(pool, async (client) => {
      await keepClasses({ client })
      const balance = await standingBalance(client)
      if (balance.model.version !== model) throw lost
      const candidates = asking.flatMap(({ byClass }) => byClass.flat())
      const again = measuresAgain(rolls)
      const standing = await withEvidence(client, asked, again)
      const concerned = new Set([...standing, ...asking.map(({ record }) => record)])
      const known = await readAll(client, new Set([...concerned, ...candidates]))
      const pairs = await measureCandidates(asking, entries, known, balance)
      const matched = new Map([...concerned].flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : [])))
      const written = await storeEvidence(client, matched, pairs, balance, again)
      if (!(await finishPartition(client, held, partition))) throw lost
      await addTally(client, held.run, rolls, looked.tally, written)
      await writeEntry(client, { account: await processAccount(client), agency: null }, null, {
        action: 'records.matched',
        body: { records: asked.length, pairs: written.length },
      })
    })
    return true
  } catch (failure) {
    if (failure === lost) return false
    throw failure
  }
}
