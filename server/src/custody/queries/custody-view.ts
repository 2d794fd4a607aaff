import type { ItemSaid } from '@proofmark/contract/schemas/custody'
import type { Context, Reader } from '../../access/context.ts'
import { type CustodyParty, isSameParty } from '../rules/custody-event.ts'
import { type JudgedChain, judgeChain } from '../rules/judge-chain.ts'
import { ballisticHolds } from './ballistic-holds.ts'
import { chainsOf, inChain, type KeptEvent } from './chain.ts'
import { holdsOn, type KeptOrder, openTracesOf, ordersOf, type StandingHold } from './end-facts.ts'
import { type Examination, examinationsOf } from './examinations.ts'
import type { Exhibit } from './exhibit.ts'
import { type Names, namesOf } from './names.ts'
import { storagePlaces } from './storage.ts'

export interface Explanation {
  readonly event: string
  readonly code: string
  readonly why: string
  readonly by: string
  readonly at: Date
}

export interface Kin {
  readonly exhibit: string
  readonly kind: 'split' | 'join'
  readonly pieces: number | null
}

/** All that is known of the custody of an exhibit. */
export interface CustodyView {
  readonly exhibit: Exhibit
  /** May the reader see the recovery itself? Whoever was handed the exhibit alone may not. */
  readonly seesRecovery: boolean
  /** The number that it was given there. */
  readonly number: string | null
  /** What it is, as that recovery states it as it stands. */
  readonly said: ItemSaid | null
  readonly events: readonly KeptEvent[]
  readonly judged: JudgedChain
  readonly names: Names
  /** Paths of storage places, of those that the reader may see. */
  readonly places: ReadonlyMap<string, string>
  readonly explanations: readonly Explanation[]
  /** What examiners said of it; none for a line of a list. */
  readonly examinations: readonly Examination[]
  readonly orders: readonly KeptOrder[]
  readonly holds: readonly StandingHold[]
  readonly openTraces: number
  /** Open ballistic matters, of whichever agency. */
  readonly ballistic: number
  readonly madeOf: readonly Kin[]
  readonly becamePartOf: readonly Kin[]
  /** Is an open offer the reader's to answer? */
  readonly offeredToReader: boolean
}

function isOfferedTo(reader: Reader, exhibit: Exhibit, to: CustodyParty | null): boolean {
  if (to === null || to.outside !== null) return false
  const own = { account: reader.account, agency: reader.agency?.id ?? exhibit.agency, outside: null }
  return reader.installer || isSameParty(to, own) || (to.account === null && to.agency === own.agency)
}

async function explanationsOf({ client }: Context, exhibits: readonly string[]) {
  const { rows } = await client.query<Explanation & { exhibit: string }>(
    `SELECT x.exhibit_id AS exhibit, x.event_id AS event, x.code, x.why, a.name AS by, x.said_at AS at
     FROM custody_explanation x JOIN account a ON a.id = x.said_by
     WHERE x.exhibit_id = ANY ($1::uuid[]) ORDER BY x.said_at, x.id`,
    [exhibits],
  )
  return rows
}

async function kinOf({ client }: Context, exhibits: readonly string[]) {
  const { rows } = await client.query<{ made: string; of: string; kind: Kin['kind']; pieces: number | null }>(
    `SELECT exhibit_id AS made, of_exhibit_id AS of, kind, pieces FROM custody_lineage
     WHERE exhibit_id = ANY ($1::uuid[]) OR of_exhibit_id = ANY ($1::uuid[]) ORDER BY exhibit_id, of_exhibit_id`,
    [exhibits],
  )
  return rows
}

interface InRecovery {
  readonly exhibit: string
  readonly number: string | null
  readonly said: ItemSaid
}

/** Those of these recoveries that the reader may see, each with what it says of these exhibits. */
async function saidIn({ client }: Context, recoveries: readonly string[], exhibits: readonly string[]) {
  const { rows } = await client.query<{ recovery: string; said: InRecovery[] | null }>(
    `SELECT DISTINCT ON (v.recovery_id) v.recovery_id AS recovery,
       (SELECT jsonb_agg(jsonb_build_object('exhibit', lower(e ->> 'exhibit'), 'number', e ->> 'number', 'said',
          jsonb_strip_nulls(jsonb_build_object('stated', coalesce(e -> 'stated', '{}'), 'ammunition', e -> 'ammunition',
            'count', e -> 'count', 'description', e -> 'description'))))
        FROM jsonb_array_elements(v.form -> 'exhibits') e WHERE lower(e ->> 'exhibit') = ANY ($2::text[])) AS said
     FROM recovery_version v WHERE v.recovery_id = ANY ($1::uuid[]) AND v.stands
     ORDER BY v.recovery_id, v.version DESC`,
    [recoveries, exhibits],
  )
  return new Map(
    rows.map(({ recovery, said }) => [recovery, new Map((said ?? []).map((each) => [each.exhibit, each]))]),
  )
}

/** The custody of these exhibits, in their order; for a line of a list without the requests that wait for them and what examiners said. */
export async function custodyOf(
  context: Context,
  exhibits: readonly Exhibit[],
  told: 'whole' | 'line' = 'whole',
): Promise<CustodyView[]> {
  const ids = exhibits.map(({ id }) => id)
  const chains = await chainsOf(context, ids)
  const all = [...chains.values()].flat()
  const sides = all.flatMap(({ statement, answer }) => [statement.from, statement.to, answer?.statement.by ?? null])
  const names = await namesOf(
    context,
    sides.map((side) => side?.account ?? null),
    [...sides.map((side) => side?.agency ?? null), ...exhibits.map(({ agency }) => agency)],
  )
  const places = new Map((await storagePlaces(context)).map(({ id, path }) => [id, path]))
  const seen = await saidIn(
    context,
    exhibits.map(({ recovery }) => recovery),
    ids,
  )
  const [explanations, kin] = [await explanationsOf(context, ids), await kinOf(context, ids)]
  const [orders, holds] = [await ordersOf(context, ids), await holdsOn(context, ids)]
  const examined = told === 'line' ? [] : await examinationsOf(context, ids)
  const traces = told === 'line' ? new Map<string, number>() : await openTracesOf(context, exhibits)
  const ballistic = await ballisticHolds(context, ids)
  return exhibits.map((exhibit) => {
    const events = chains.get(exhibit.id) ?? []
    const judged = judgeChain(events.map(inChain))
    const ofThis = <Row extends { readonly exhibit: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.exhibit === exhibit.id)
    return {
      ...{ exhibit, events, judged, names, places },
      seesRecovery: seen.has(exhibit.recovery),
      number: seen.get(exhibit.recovery)?.get(exhibit.id)?.number ?? null,
      said: seen.get(exhibit.recovery)?.get(exhibit.id)?.said ?? null,
      explanations: ofThis(explanations),
      examinations: ofThis(examined),
      orders: ofThis(orders),
      holds: ofThis(holds),
      openTraces: traces.get(exhibit.id) ?? 0,
      ballistic: ofThis(ballistic).length,
      madeOf: kin.flatMap(({ made, of, kind, pieces }) => (made === exhibit.id ? [{ exhibit: of, kind, pieces }] : [])),
      becamePartOf: kin.flatMap(({ made, of, kind, pieces }) =>
        of === exhibit.id ? [{ exhibit: made, kind, pieces }] : [],
      ),
      offeredToReader: judged.open !== null && isOfferedTo(context.reader, exhibit, judged.open.to),
    }
  })
}
