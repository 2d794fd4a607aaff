import type { Context } from '../../access/context.ts'
import { type Neighbourhood, neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { type OpenPair, openPairs } from '../rules/open-pairs.ts'
import { type Worth, worthOf } from '../rules/worth.ts'
import { stakesOf } from './stakes.ts'

/** A pair that waits for a person, as the reader has it at this moment. */
export interface WaitingPair extends OpenPair, Worth {}

export interface WeighedOpen {
  readonly waiting: readonly WaitingPair[]
  readonly around: Neighbourhood
}

/** Pairs that are decided but for the second person whom a source demands: they wait elsewhere. */
async function waitingForSecond({ client }: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ pair: string }>({
    name: 'pairs-waiting-for-second',
    text: `SELECT DISTINCT j.record_id || ' ' || j.other_id AS pair FROM judgement j
           WHERE j.record_id = ANY ($1::uuid[]) AND j.kind = 'verdict' AND j.about = 'firearm' AND j.needs_second
             AND NOT EXISTS (
               SELECT FROM judgement later
               WHERE later.record_id = j.record_id AND later.other_id = j.other_id AND later.of_number = j.number
                 AND (later.kind = 'withdrawal' OR later.kind = 'second' AND later.judged_by <> j.judged_by))`,
    values: [records],
  })
  return new Set(rows.map(({ pair }) => pair))
}

/** The pairs around these records that wait for a person, the most worth deciding first, from what the reader may see. */
export async function weighOpen(context: Context, seeds: readonly string[]): Promise<WeighedOpen> {
  const around = await neighbourhood(context, seeds)
  const { open, groups } = openPairs(around.records, around.pairs)
  const decided = await waitingForSecond(context, [...new Set(open.map(({ pair }) => pair.record))])
  const left = open.filter(({ pair }) => !decided.has(`${pair.record} ${pair.other}`))
  const stakes = await stakesOf(context, left, around.records, groups)
  const waiting = stakes.map(([each, hangs]): WaitingPair => ({ ...each, ...worthOf(hangs) }))
  return { waiting: waiting.sort(byWorth), around }
}

function byWorth(a: WaitingPair, b: WaitingPair): number {
  if (a.worth !== b.worth) return b.worth - a.worth
  return a.pair.record < b.pair.record || (a.pair.record === b.pair.record && a.pair.other < b.pair.other) ? -1 : 1
}
