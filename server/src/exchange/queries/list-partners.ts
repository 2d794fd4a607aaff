import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'
import { findPartner, type Partner } from './find-partner.ts'

export interface PartnerFigures {
  readonly waiting: number
  readonly dead: number
  readonly acknowledged: number
  readonly received: number
  readonly failed: number
  readonly refused: number
}

export interface PartnerKept extends Partner {
  readonly certificates: readonly { readonly fingerprint: string; readonly revokedAt: Date | null }[]
  readonly messageKeys: readonly {
    readonly key: Buffer
    readonly from: Date | null
    readonly to: Date | null
    readonly revokedAt: Date | null
  }[]
  /** That it says that it was restored, where that waits for a person here. */
  readonly restore: { readonly since: Date; readonly declaredAt: Date } | null
  readonly figures: PartnerFigures
}

const FIGURES = (partner: string) => sql<PartnerFigures>`
  SELECT * FROM
    (SELECT count(*) FILTER (WHERE state = 'waiting')::int4 AS waiting, count(*) FILTER (WHERE state = 'dead')::int4 AS dead,
       count(*) FILTER (WHERE state = 'acknowledged')::int4 AS acknowledged
     FROM outbox_message WHERE partner = ${partner}) AS sent,
    (SELECT count(*) FILTER (WHERE state <> 'refused')::int4 AS received, count(*) FILTER (WHERE state = 'failed')::int4 AS failed,
       count(*) FILTER (WHERE state = 'refused')::int4 AS refused
     FROM inbox_message WHERE partner = ${partner}) AS came`

/** One partner with what is known of it and how its messages fare; null where there is none. Throws `role_needed`. */
export async function keptPartner(context: Context, short: string): Promise<PartnerKept | null> {
  needExchangeReader(context.reader)
  const { query, now } = context
  const partner = await findPartner(context, short, now)
  if (!partner) return null
  const certificates = await query
    .selectFrom('partner_certificate')
    .select(['fingerprint', 'revoked_at as revokedAt'])
    .where('partner', '=', short)
    .orderBy('added_at')
    .orderBy('fingerprint')
    .execute()
  const messageKeys = await query
    .selectFrom('partner_key')
    .select(['key', 'valid_from as from', 'valid_to as to', 'revoked_at as revokedAt'])
    .where('partner', '=', short)
    .where('use', '=', 'message')
    .orderBy('added_at')
    .orderBy('key')
    .execute()
  const restore = await query
    .selectFrom('declared_restore')
    .select(['since', 'declared_at as declaredAt'])
    .where('partner', '=', short)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  const { rows } = await FIGURES(short).execute(query)
  return { ...partner, certificates, messageKeys, restore: restore ?? null, figures: rows[0]! }
}

/** All partners by name, with what is known of each and how its messages fare. Throws `role_needed`. */
export async function listPartners(context: Context): Promise<PartnerKept[]> {
  needExchangeReader(context.reader)
  const names = await context.query.selectFrom('partner').select('short').orderBy('short').execute()
  const partners: PartnerKept[] = []
  for (const { short } of names) {
    const partner = await keptPartner(context, short)
    if (partner) partners.push(partner)
  }
  return partners
}
