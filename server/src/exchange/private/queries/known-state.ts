import type { LookUpClass, LookUpKind } from '@proofmark/contract/private-words'
import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import type { Context } from '../../../access/context.ts'
import { needRole } from '../../../access/policy/role.ts'
import { findPartner } from '../../queries/find-partner.ts'
import { daysBefore } from '../rules/epoch.ts'
import { QUOTA_DAYS, quotaOf, quotaOfAll } from '../rules/quotas.ts'
import { type Publishable, publishable, standingStops } from './publishing.ts'

const MOST_ASKS = 200

type Filters = KnownState['epochs'][number]['filters']

interface EpochRow {
  readonly direction: 'published' | 'received'
  readonly partner: string
  readonly class: LookUpClass
  readonly epoch: string
  readonly begins: Date
  readonly ends: Date
  readonly stopped: Date | null
  readonly law: string | null
  readonly filters: Filters | null
}

const FILTERS = `json_agg(json_build_object('kind', f.kind, 'number', f.number, 'hash', f.sha256, 'bytes', length(f.content))
  ORDER BY f.kind, f.number) FILTER (WHERE f.kind IS NOT NULL)`

async function epochs({ client, now }: Context, agreed: readonly Publishable[]): Promise<KnownState['epochs']> {
  const { rows } = await client.query<EpochRow>(
    `SELECT 'published' AS direction, e.partner, e.data_class AS class, e.name AS epoch, e.begins_at AS begins,
       e.ends_at AS ends, e.stopped_at AS stopped, e.law, ${FILTERS} AS filters
     FROM private_epoch e LEFT JOIN private_filter f ON f.epoch_id = e.id
     WHERE e.ends_at > $1 GROUP BY e.id
     UNION ALL
     SELECT 'received', f.partner, f.data_class, f.epoch, f.begins_at, f.ends_at, NULL, NULL, ${FILTERS}
     FROM private_received f WHERE f.ends_at > $1
     GROUP BY f.partner, f.asker, f.data_class, f.epoch, f.begins_at, f.ends_at
     ORDER BY 1, 2, 3, 5 DESC, 4 DESC`,
    [now],
  )
  return rows.map(({ begins, ends, stopped, filters, ...row }) => ({
    ...row,
    begins: begins.toISOString(),
    ends: ends.toISOString(),
    stopped: stopped?.toISOString() ?? null,
    basis:
      row.direction === 'published' ? (agreed.find(({ partner }) => partner === row.partner)?.basis ?? null) : null,
    filters: filters ?? [],
  }))
}

async function quotas(context: Context): Promise<KnownState['quotas']> {
  const { rows } = await context.client.query<{
    partner: string
    class: LookUpClass
    kind: LookUpKind
    used: string
    allUsed: string
  }>(
    `SELECT partner, data_class AS class, kind, sum(evaluations) AS used,
       sum(sum(evaluations)) OVER (PARTITION BY holder, data_class, kind) AS "allUsed"
     FROM private_count WHERE day > $1 GROUP BY holder, partner, data_class, kind ORDER BY 1, 2, 3`,
    [daysBefore(context.now, QUOTA_DAYS)],
  )
  const shown: KnownState['quotas'] = []
  for (const { used, allUsed, ...row } of rows) {
    const partner = await findPartner(context, row.partner, context.now)
    shown.push({
      ...row,
      used: Number(used),
      quota: quotaOf(partner?.agreement?.terms ?? null, row.kind).month,
      allUsed: Number(allUsed),
      allQuota: quotaOfAll(row.kind),
    })
  }
  return shown
}

async function alarms({ query, now }: Context): Promise<KnownState['alarms']> {
  const rows = await query
    .selectFrom('private_alarm')
    .select(['partner', 'data_class as class', 'kind', 'rule', 'day', 'used', 'quota'])
    .where('day', '>', daysBefore(now, QUOTA_DAYS))
    .orderBy('day', 'desc')
    .orderBy('partner')
    .orderBy('kind')
    .orderBy('rule')
    .execute()
  return rows.map(({ used, quota, ...row }) => ({ ...row, used: Number(used), quota: Number(quota) }))
}

/** What the reader's agency asked, the last first; all of it for the installer's shell. */
async function asks({ query, reader }: Context): Promise<KnownState['asks']> {
  const rows = await query
    .selectFrom('private_ask')
    .select([
      'handle',
      'partner',
      'data_class as class',
      'kind',
      'epoch',
      'reference',
      'asked_at as at',
      'known',
      'why',
    ])
    .$if(!reader.installer, (asked) => asked.where('agency_id', '=', reader.agency?.id ?? null))
    .orderBy('asked_at', 'desc')
    .orderBy('handle')
    .limit(MOST_ASKS)
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** How the private look-up stands: what was published and received, who asked how much, and what we asked. */
export async function knownState(context: Context): Promise<KnownState> {
  needRole(context.reader, ['trace_officer', 'analyst', 'data_steward'])
  const agreed = await publishable(context)
  const state = {
    epochs: await epochs(context, agreed),
    publishable: agreed,
    stops: await standingStops(context),
    quotas: await quotas(context),
    alarms: await alarms(context),
    asks: await asks(context),
  }
  await context.audit({ action: 'private.state_seen' })
  return state
}
