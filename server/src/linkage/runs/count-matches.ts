import { READERS } from '@proofmark/contract/route'
import type { Context, Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { matchedRecords } from '../queries/matched-records.ts'
import { neighbourhood } from '../queries/neighbourhood.ts'

/** Among the pairs that the reader may see: how many were compared, are taken for one firearm, wait for a person. */
export interface MatchCounts {
  readonly compared: number
  readonly same: number
  readonly undecided: number
}

const AT_ONCE = 500

async function countPairs({ client }: Context): Promise<number> {
  const { rows } = await client.query<{ pairs: string }>(
    `SELECT count(*) AS pairs FROM (
       SELECT DISTINCT record_id, other_id FROM pair_evidence WHERE record_id < other_id
     ) AS pair
     JOIN record one ON one.id = pair.record_id AND one.version IS NOT NULL
     JOIN record other ON other.id = pair.other_id AND other.version IS NOT NULL`,
  )
  return Number(rows[0]?.pairs ?? 0)
}

/** How the pairs stand as this reader has them: nothing that the reader may not see is counted. Throws `role_needed`. */
export async function countMatches(run: Run): Promise<MatchCounts> {
  const { compared, seeds } = await run(async (context) => {
    needRole(context.reader, READERS)
    return { compared: await countPairs(context), seeds: await matchedRecords(context, null) }
  })
  const counts = { compared, same: 0, undecided: 0 }
  for (let start = 0; start < seeds.length; start += AT_ONCE) {
    const some = new Set(seeds.slice(start, start + AT_ONCE))
    const { pairs } = await run((context) => neighbourhood(context, [...some]))
    for (const { record, other, verdict } of pairs) {
      if (!some.has(record) || record > other) continue
      if (verdict === 'same') counts.same++
      if (verdict === 'undecided') counts.undecided++
    }
  }
  await run((context) => context.audit({ action: 'matches.listed', body: { matches: counts.same + counts.undecided } }))
  return counts
}
