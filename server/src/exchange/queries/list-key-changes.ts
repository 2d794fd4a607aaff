import type { KeyChangeKind, KeyChangeVerdict } from '@proofmark/contract/exchange-words'
import type { NodeIdentity } from '@proofmark/contract/schemas/partner'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'

const MOST = 100

export interface OfferedKeyChange {
  readonly partner: string
  readonly message: string
  readonly what: KeyChangeKind
  readonly at: Date
  readonly statement: { readonly identity?: NodeIdentity; readonly note?: string }
  readonly verdict: KeyChangeVerdict | null
  readonly by: string | null
  readonly decidedAt: Date | null
}

/** Keys that partners offered, those that wait first; ours with what each partner said; until when our certificate holds. */
export async function listKeyChanges({ query, reader }: Context) {
  needPartnerKeeper(reader)
  const offered = await query
    .selectFrom('offered_key_change as o')
    .leftJoin('account as a', 'a.id', 'o.decided_by')
    .select([
      'o.partner',
      'o.message',
      'o.what',
      'o.offered_at as at',
      'o.statement',
      'o.verdict',
      'a.name as by',
      'o.decided_at as decidedAt',
    ])
    .orderBy((the) => the('o.verdict', 'is not', null))
    .orderBy('o.offered_at', 'desc')
    .orderBy('o.message')
    .limit(MOST)
    .execute()
  const own = await query
    .selectFrom('key_change as c')
    .innerJoin('account as a', 'a.id', 'c.made_by')
    .select(['c.id as change', 'c.what', 'a.name as by', 'c.made_at as at', 'c.switched_at as switchedAt'])
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .limit(MOST)
    .execute()
  const told = await query
    .selectFrom('key_change_notice')
    .select(['change_id as change', 'partner', 'answer', 'answered_at as at'])
    .orderBy('partner')
    .execute()
  const byChange = Map.groupBy(told, ({ change }) => change)
  const certificate = await query
    .selectFrom('own_certificate')
    .select('ends_at')
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    offered: offered.map((row) => ({ ...row, statement: row.statement as OfferedKeyChange['statement'] })),
    own: own.map((each) => ({
      ...each,
      told: (byChange.get(each.change) ?? []).map(({ change: _, ...notice }) => notice),
    })),
    certificateEnds: certificate?.ends_at ?? null,
  }
}
