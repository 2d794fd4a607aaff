import type { Mark } from '@proofmark/domain/marking'
import { LISTING_KINDS, type SourceKind } from '@proofmark/domain/source-kind'
import { balanceOf, sumOfBits } from '@proofmark/matching/balance'
import type { LearningGroup, LearningRecord } from '@proofmark/matching/learning/learning-set'
import { START_MODEL } from '@proofmark/matching/model'
import { nearKeys, wideKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'
import { nearCounterparts, wideCounterparts } from '../matching/counterparts.ts'
import { type MatchRecord, matchRecords } from '../matching/match-records.ts'
import { areNear, comparedItem } from '../rules/pair-evidence.ts'

/** Records that ask, of each kind of source and altogether. */
const ASKING = { ofKind: 600, most: 1_800 } as const
/** Records of each kind from which pairs are drawn at random. */
const DRAWN_FROM = 1_500
/** Of each kind of source so many candidates are kept, the best. */
const KEPT = 24

/** Candidates are chosen by what every installation has, so that a model never chooses what the next is learned from. */
const START = balanceOf(START_MODEL)

/** Open to every reader, whoever learns: nothing of what is hidden from anybody goes into a model. */
const OPEN = `
  SELECT array_agg(id) AS classes FROM visibility WHERE source_visibility = 'open' AND handling IN ('H0', 'H1')`

/** From which records of open sources is learned. */
export interface LearningSample {
  readonly classes: readonly number[]
  readonly asking: readonly string[]
  readonly drawn: readonly string[]
  /** How many stand, by kind of source. */
  readonly entries: ReadonlyMap<SourceKind, number>
}

/** Identifiers are made by a keyed hash, so that the first are no worse a sample than any; and the same every time. */
const FIRST = `
  SELECT id, kind FROM (
    SELECT r.id, s.kind, row_number() OVER (PARTITION BY s.kind ORDER BY r.id) AS place
    FROM record r JOIN source s ON s.id = r.source_id
    WHERE r.version IS NOT NULL AND r.vis = ANY ($1::int4[])
  ) AS standing WHERE place <= $2 ORDER BY place, id`

/** Chooses what to learn from among the records of open sources, each kind of source as far as it has any. */
export async function learningSample({ client }: Context): Promise<LearningSample> {
  const { rows: open } = await client.query<{ classes: number[] | null }>(OPEN)
  const classes = open[0]?.classes ?? []
  const { rows } = await client.query<{ id: string; kind: SourceKind }>(FIRST, [classes, DRAWN_FROM])
  const { rows: counted } = await client.query<{ kind: SourceKind; records: string }>(
    `SELECT s.kind, count(*) AS records FROM record r JOIN source s ON s.id = r.source_id
     WHERE r.version IS NOT NULL AND r.vis = ANY ($1::int4[]) GROUP BY s.kind ORDER BY s.kind`,
    [classes],
  )
  const places = new Map<SourceKind, number>()
  const asking = rows.filter(({ kind }) => {
    const place = places.get(kind) ?? 0
    places.set(kind, place + 1)
    return !LISTING_KINDS.includes(kind) && place < ASKING.ofKind
  })
  return {
    classes,
    asking: asking.slice(0, ASKING.most).map(({ id }) => id),
    drawn: rows.map(({ id }) => id),
    entries: new Map(counted.map(({ kind, records }) => [kind, Number(records)])),
  }
}

const learningRecord = (found: MatchRecord): LearningRecord => {
  const { record, entry, kind } = found
  return { record, entry, kind, item: comparedItem(found) }
}

/** These records, as they are learned from: each that speaks of an item of its own. */
export async function learningRecords({ client }: Context, ids: readonly string[]): Promise<LearningRecord[]> {
  const found = await matchRecords(client, ids)
  return [...found.values()].filter(({ posted }) => posted).map(learningRecord)
}

const keysOf = (marks: readonly Mark[], keys: (mark: Mark) => number[]) => [...new Set(marks.flatMap(keys))]

async function candidatesOf({ client }: Context, record: MatchRecord, classes: readonly number[]) {
  const { marks, make } = record.item
  const near = await nearCounterparts(client, keysOf(marks, nearKeys), classes)
  const wide = await wideCounterparts(client, keysOf(marks, wideKeys), classes, make.code)
  const first = new Set(near.map((each) => each.record))
  const found = await matchRecords(client, [...new Set([...first, ...wide.map((each) => each.record)])])
  return [...found.values()].filter(
    (other) => other.entry !== record.entry && other.posted && (first.has(other.record) || areNear(record, other)),
  )
}

/**
 * Each of these records with what may be of its firearm, by kind of source: found on the same paths as when records are
 * matched, but kept whatever the model that stands thinks of them.
 */
export async function learningGroups(
  context: Context,
  { classes, entries }: LearningSample,
  ids: readonly string[],
): Promise<LearningGroup[]> {
  const records = await matchRecords(context.client, ids)
  const groups: LearningGroup[] = []
  for (const id of ids) {
    const record = records.get(id)
    if (!record?.posted || !record.item.marks.some(({ norm }) => norm !== null)) continue
    const candidates = await candidatesOf(context, record, classes)
    const byKind = Map.groupBy(candidates, ({ kind }) => kind)
    for (const [kind, standing] of entries) {
      const weighed = (byKind.get(kind) ?? []).map((other) => ({
        other,
        bits: sumOfBits(START.evidence(comparedItem(record), comparedItem(other))),
      }))
      const best = weighed.sort((a, b) => b.bits - a.bits || (a.other.record < b.other.record ? -1 : 1)).slice(0, KEPT)
      const others = best.map(({ other }) => learningRecord(other))
      groups.push({ asking: learningRecord(record), kind, candidates: others, entries: standing })
    }
  }
  return groups
}
