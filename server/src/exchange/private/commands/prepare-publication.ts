import { ProofmarkError } from '@proofmark/contract/errors'
import type { PublishRequest } from '@proofmark/contract/schemas/private-look-up'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { Context } from '../../../access/context.ts'
import { needRole } from '../../../access/policy/role.ts'
import { needAllowed } from '../../policy/agreement.ts'
import { type Channel, currentEpochs, isStopped, type PublishedEpoch } from '../queries/epochs.ts'
import { agencyOfPartner, ownName } from '../queries/own-names.ts'
import { type MarksToPublish, marksToPublish } from '../queries/tokens-to-publish.ts'
import { epochEnd, epochName } from '../rules/epoch.ts'
import type { NewEpoch } from './record-publication.ts'

export interface Prepared extends MarksToPublish {
  readonly channel: Channel
  /** Under way, to which is added; null where a new one begins. */
  readonly current: PublishedEpoch | null
  readonly fresh: NewEpoch
  /** Of the filters that come now. */
  readonly number: number
}

/** Whom a partner is pointed to: the publisher's desk. */
async function contactOf({ query, reader }: Context): Promise<Contact> {
  const agency = reader.agency
  const found = agency
    ? await query.selectFrom('agency').select('desk').where('id', '=', agency.id).executeTakeFirst()
    : undefined
  return {
    agency: agency?.name ?? reader.name,
    unit: found?.desk.slice(0, 120) ?? null,
    email: null,
    telephone: null,
    verified: null,
  }
}

async function namesToday({ client, now }: Context, { holder, partner, dataClass }: Channel): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) FROM private_epoch WHERE holder = $1 AND partner = $2 AND data_class = $3 AND name LIKE $4`,
    [holder, partner, dataClass, `${now.toISOString().slice(0, 10)}.%`],
  )
  return Number(rows[0]!.count)
}

async function lastOf({ client }: Context, epoch: PublishedEpoch | null): Promise<{ number: number; upTo: string }> {
  if (!epoch) return { number: 0, upTo: '0' }
  const { rows } = await client.query<{ number: number; upTo: string }>(
    'SELECT max(number) + 1 AS number, max(up_to) AS "upTo" FROM private_filter WHERE epoch_id = $1',
    [epoch.id],
  )
  return { number: rows[0]?.number ?? 0, upTo: rows[0]?.upTo ?? '0' }
}

/**
 * What is to be published to a partner now: the whole under new keys, or what was recorded since the last time under
 * those of the epoch under way. Throws `role_needed`, `partner_unknown`, `agreement_forbids`, `private_stopped`, and
 * `register_law_needed` for a whole register without the law that allows it.
 */
export async function preparePublication(
  context: Context,
  node: string,
  { partner, dataClass, days, law, anew }: PublishRequest,
): Promise<Prepared> {
  needRole(context.reader, ['data_steward'])
  await needAllowed(context, partner, { what: 'data', dataClass })
  if (dataClass === 'whole_register' && !law) throw new ProofmarkError('register_law_needed')
  const channel: Channel = { holder: await ownName(context, node, partner), partner, dataClass }
  if (await isStopped(context, channel)) throw new ProofmarkError('private_stopped', { partner, class: dataClass })
  const under = await currentEpochs(context, channel.holder, partner, context.now)
  const current = anew ? null : (under.find((each) => each.dataClass === dataClass) ?? null)
  const { number, upTo } = await lastOf(context, current)
  // An agency that lends its own name to a local partner publishes its own records alone.
  const isLocal = (await agencyOfPartner(context, partner)) !== null
  const marks = await marksToPublish(context, dataClass, upTo, isLocal ? (context.reader.agency?.id ?? null) : null)
  const fresh: NewEpoch = {
    name: epochName(context.now, await namesToday(context, channel)),
    begins: context.now,
    ends: epochEnd(context.now, days),
    contact: await contactOf(context),
    law: law ?? null,
  }
  return { ...marks, channel, current, fresh, number }
}
