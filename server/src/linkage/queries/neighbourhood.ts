import type { Balance } from '@proofmark/matching/balance'
import type { Context } from '../../access/context.ts'
import type { LinkedRecord, Pair } from '../rules/pair.ts'
import { isPossible, UNDECIDED_FROM } from '../rules/thresholds.ts'
import { decides, saidBy, type WeighedPair, type Weighing, weighPairs } from '../rules/weigh-pairs.ts'
import { countEntries } from './candidates.ts'
import { linkedRecords } from './linked-records.ts'
import { pairsOf } from './pairs-of.ts'
import { balanceFor } from './standing-balance.ts'

/** Records that may be of the same firearms as those asked for, with what is known of their pairs. */
export interface Neighbourhood {
  readonly records: ReadonlyMap<string, LinkedRecord>
  readonly pairs: readonly WeighedPair[]
  /** What the pairs were weighed from, for asking what another judgement would change. */
  readonly weighing: Weighing & { readonly entries: number; readonly balance: Balance }
  /** More records hang together than are followed: what lies further off was left out. */
  readonly cut: boolean
}

export interface NeighbourhoodWish {
  /** False: as it were, had nobody judged anything; for measuring the model against what people judged. */
  readonly judged?: boolean
  /** Among how many records; counted where it is not said, as by who asks more than once. */
  readonly entries?: number
}

/** A neighbourhood beyond this is no firearm any more but a common mark. */
const MOST_RECORDS = 2_000

interface Walk extends Weighing {
  readonly balance: Balance
  readonly judged: boolean
  readonly entries: number
  /** Records that were read; those of `pairs` are among them. */
  readonly records: Map<string, LinkedRecord>
  readonly pairs: Map<string, readonly Pair[]>
  readonly said: Map<string, Map<string, number>>
}

async function read(context: Context, { records }: Walk, wanted: readonly string[]): Promise<void> {
  const missing = [...new Set(wanted)].filter((id) => !records.has(id))
  for (const each of await linkedRecords(context, missing)) records.set(each.record, each)
}

/**
 * Where a pair leads on: a record that has a say leads to what it may be; one that has none, as an entry of a register,
 * to whatever may have a say on it.
 */
function leadsOn(walk: Walk, pair: Pair): boolean {
  if (pair.judged) return pair.judged.verdict !== 'different'
  if (decides(walk, pair)) return (walk.said.get(pair.record)?.get(pair.other) ?? 0) >= UNDECIDED_FROM
  return isPossible(pair.evidence?.bits ?? 0, walk.entries, walk.balance)
}

/** Reads what the records reached have pairs with, and answers where it leads. */
async function step(context: Context, walk: Walk, reached: readonly string[]): Promise<string[]> {
  await read(context, walk, reached)
  const standing = reached.filter((id) => walk.records.has(id))
  const known = await pairsOf(context, standing)
  const pairs = walk.judged ? known : known.map((pair) => ({ ...pair, judged: null, recovery: null }))
  const byRecord = Map.groupBy(pairs, ({ record }) => record)
  await read(
    context,
    walk,
    pairs.map(({ other }) => other),
  )
  for (const id of standing) {
    const mine = byRecord.get(id) ?? []
    walk.pairs.set(id, mine)
    walk.said.set(id, saidBy(mine, walk.records, walk.entries, walk.balance))
  }
  const entries = new Set(standing.map((id) => walk.records.get(id)!.entry))
  const siblings = [...walk.records.values()].filter(({ entry }) => entries.has(entry)).map(({ record }) => record)
  const led = pairs.filter((pair) => leadsOn(walk, pair)).map(({ other }) => other)
  return [...new Set([...entries, ...siblings, ...led])].filter((id) => !walk.pairs.has(id)).sort()
}

/**
 * Everything that may be of one firearm with any of these records, among what the reader may see, found by going from
 * record to record along their pairs.
 */
export async function neighbourhood(
  context: Context,
  seeds: readonly string[],
  { judged = true, entries }: NeighbourhoodWish = {},
): Promise<Neighbourhood> {
  const walk: Walk = {
    balance: await balanceFor(context),
    judged,
    entries: entries ?? (await countEntries(context)),
    records: new Map(),
    pairs: new Map(),
    said: new Map(),
  }
  const most = MOST_RECORDS + seeds.length
  const missed = new Set<string>()
  let frontier = [...new Set(seeds)]
  while (frontier.length > 0 && walk.pairs.size < most) {
    const next = await step(context, walk, frontier)
    for (const id of frontier) if (!walk.pairs.has(id)) missed.add(id)
    frontier = next.filter((id) => !missed.has(id))
  }
  return { records: walk.records, pairs: weighPairs(walk), weighing: walk, cut: frontier.length > 0 }
}
