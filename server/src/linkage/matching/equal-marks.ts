import type { Balance } from '@proofmark/matching/balance'
import { exactKeys } from '@proofmark/matching/query-keys'
import type pg from 'pg'
import { pairEvidence } from '../rules/pair-evidence.ts'
import { LEAST_STORED_BITS } from '../rules/thresholds.ts'
import type { MeasuredPair } from './ask-around.ts'
import { type MatchRecord, matchRecords } from './match-records.ts'

/** A mark that more records of one class share identifies none of them. */
const SHARED_BY_AT_MOST = 20

/** Keys that are rare on either side are joined, class by class; one question for all entries. */
const SHARED = `
  WITH asked AS (SELECT record, key, vis FROM unnest($1::uuid[], $2::int4[], $3::int4[]) AS each (record, key, vis)),
  rare AS (
    SELECT key, vis FROM posting WHERE key IN (SELECT key FROM asked) GROUP BY key, vis
    HAVING count(*) <= ${SHARED_BY_AT_MOST}
  )
  SELECT DISTINCT a.record, p.record_id AS other
  FROM asked a JOIN rare own ON own.key = a.key AND own.vis = a.vis JOIN rare r ON r.key = a.key JOIN posting p ON p.key = r.key AND p.vis = r.vis
  WHERE p.record_id <> a.record`

/**
 * The pairs of these entries with whatever record bears an equal mark, in one question: for the many entries of a
 * register, which do not ask around one by one.
 */
export async function equalMarks(
  client: pg.ClientBase,
  entries: readonly MatchRecord[],
  balance: Balance,
): Promise<MeasuredPair[]> {
  const asked = entries.flatMap(({ record, vis, item, posted }) =>
    posted ? item.marks.flatMap((mark) => exactKeys(mark).map((key) => ({ record, key, vis }))) : [],
  )
  if (asked.length === 0) return []
  const { rows } = await client.query<{ record: string; other: string }>({
    name: 'equal-marks',
    text: SHARED,
    values: [asked.map(({ record }) => record), asked.map(({ key }) => key), asked.map(({ vis }) => vis)],
  })
  const known = new Map(entries.map((entry) => [entry.record, entry]))
  const unread = [...new Set(rows.map(({ other }) => other))].filter((id) => !known.has(id))
  const others = new Map([...known, ...(await matchRecords(client, unread))])
  return rows.flatMap(({ record, other: id }) => {
    const [one, other] = [known.get(record)!, others.get(id)]
    if (!other || one.entry === other.entry) return []
    const measured = pairEvidence(one, other, balance)
    return measured && measured.bits >= LEAST_STORED_BITS ? [{ one, other, measured }] : []
  })
}
