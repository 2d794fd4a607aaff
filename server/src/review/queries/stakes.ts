import { type EventKind, RECOVERIES } from '@proofmark/domain/event-kind'
import type { Context } from '../../access/context.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { Groups, OpenPair } from '../rules/open-pairs.ts'
import type { Stakes } from '../rules/worth.ts'

const DAY_MS = 86_400_000

async function recoveriesAmong({ client }: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string; event: EventKind }>({
    name: 'events-of-records',
    text: `SELECT r.id, v.event FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           WHERE r.id = ANY ($1::uuid[])`,
    values: [records],
  })
  return new Set(rows.filter(({ event }) => RECOVERIES.has(event)).map(({ id }) => id))
}

/** The records on which questions of the reader's agency rest that it did not withdraw. */
async function askedAbout({ client, reader }: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  if (!reader.agency) return new Set()
  const { rows } = await client.query<{ record: string }>({
    name: 'records-asked-about',
    text: `SELECT record_id AS record FROM desk_question
           WHERE asker_agency_id = $1 AND withdrawn_at IS NULL AND record_id = ANY ($2::uuid[])
           UNION SELECT record_id FROM saved_item WHERE agency_id = $1 AND record_id = ANY ($2::uuid[])`,
    values: [reader.agency.id, records],
  })
  return new Set(rows.map(({ record }) => record))
}

const nameOf = (one: string, other: string) => `${one} ${other}`

/** Since when each pair is known, by both its records. */
async function knownSince({ client }: Context, records: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await client.query<{ record: string; other: string; since: Date }>({
    name: 'pairs-known-since',
    text: `SELECT record_id AS record, other_id AS other, min(measured_at) AS since FROM pair_evidence
           WHERE record_id = ANY ($1::uuid[]) GROUP BY record_id, other_id`,
    values: [records],
  })
  return new Map(rows.map(({ record, other, since }) => [nameOf(record, other), since]))
}

/** What hangs on the judgement of each of these pairs, for this reader. */
export async function stakesOf(
  context: Context,
  open: readonly OpenPair[],
  records: ReadonlyMap<string, LinkedRecord>,
  groups: Groups,
): Promise<(readonly [OpenPair, Stakes])[]> {
  if (open.length === 0) return []
  const ends = open.flatMap(({ pair }) => [pair.record, pair.other])
  const groupOf = (id: string) => groups.get(id) ?? [id]
  const touched = [...new Set(ends.flatMap(groupOf))]
  const recoveries = await recoveriesAmong(context, touched)
  const asked = await askedAbout(context, touched)
  const since = await knownSince(context, [...new Set(open.map(({ pair }) => pair.record))])
  const isListed = (id: string) => (records.get(id)?.register ?? null) !== null
  return open.map((each) => {
    const { record, other, probability, relation } = each.pair
    const [one, two] = [groupOf(record), groupOf(other)]
    const wantsLife = (group: readonly string[]) => group.some((id) => recoveries.has(id)) && !group.some(isListed)
    const opensLife = (wantsLife(one) && two.some(isListed)) || (wantsLife(two) && one.some(isListed))
    const known = since.get(nameOf(record, other))
    return [
      each,
      {
        kind: each.kind,
        probability,
        opensLife: relation === 'same' && opensLife,
        asked: [...one, ...two].some((id) => asked.has(id)),
        moved: relation === 'same' && one !== two ? Math.min(one.length, two.length) : 0,
        days: known ? Math.max(0, Math.floor((context.now.getTime() - known.getTime()) / DAY_MS)) : 0,
      },
    ] as const
  })
}
