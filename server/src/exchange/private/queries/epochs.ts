import type { LookUpClass, LookUpKind } from '@proofmark/contract/private-words'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { ReaderTransaction } from '../../../store/reader-transaction.ts'

/** Whose filters, for whom, of what. */
export interface Channel {
  readonly holder: string
  readonly partner: string
  readonly dataClass: LookUpClass
}

export interface PublishedEpoch extends Channel {
  readonly id: string
  readonly name: string
  readonly begins: Date
  readonly ends: Date
  readonly contact: Contact
  readonly stopped: Date | null
}

function epochs({ query }: ReaderTransaction) {
  return query
    .selectFrom('private_epoch')
    .select([
      'id',
      'holder',
      'partner',
      'data_class as dataClass',
      'name',
      'begins_at as begins',
      'ends_at as ends',
      'contact',
      'stopped_at as stopped',
    ])
}

/** The epoch of this name; null where none was ever published under it. */
export async function findEpoch(
  transaction: ReaderTransaction,
  { holder, partner, dataClass }: Channel,
  name: string,
): Promise<PublishedEpoch | null> {
  const found = await epochs(transaction)
    .where('holder', '=', holder)
    .where('partner', '=', partner)
    .where('data_class', '=', dataClass)
    .where('name', '=', name)
    .executeTakeFirst()
  return found ?? null
}

/** The epochs of a holder for a partner that are under way: not over and not stopped; at most one for each class. */
export async function currentEpochs(
  transaction: ReaderTransaction,
  holder: string,
  partner: string,
  now: Date,
): Promise<PublishedEpoch[]> {
  const found = await epochs(transaction)
    .where('holder', '=', holder)
    .where('partner', '=', partner)
    .where('stopped_at', 'is', null)
    .where('begins_at', '<=', now)
    .where('ends_at', '>', now)
    .orderBy('begins_at', 'desc')
    .orderBy('name', 'desc')
    .execute()
  return found.filter(({ dataClass }, at) => found.findIndex((each) => each.dataClass === dataClass) === at)
}

export interface PublishedFilter {
  readonly kind: LookUpKind
  readonly number: number
  readonly hash: string
  readonly bytes: number
}

/** The filters of an epoch, the whole of each kind before what was added. */
export async function filtersOf({ client }: ReaderTransaction, epoch: string): Promise<PublishedFilter[]> {
  const { rows } = await client.query<PublishedFilter>(
    `SELECT kind, number, sha256 AS hash, length(content) AS bytes FROM private_filter
     WHERE epoch_id = $1 ORDER BY kind, number`,
    [epoch],
  )
  return rows
}

/** Does a stop stand on this channel? */
export async function isStopped({ query }: ReaderTransaction, channel: Channel): Promise<boolean> {
  const found = await query
    .selectFrom('private_stop')
    .select('id')
    .where('holder', '=', channel.holder)
    .where('partner', '=', channel.partner)
    .where('data_class', '=', channel.dataClass)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
