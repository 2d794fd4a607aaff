import { randomUUID } from 'node:crypto'
import type { LookUpKind } from '@proofmark/contract/private-words'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { Context } from '../../../access/context.ts'
import { noteExchange } from '../../commands/note-exchange.ts'
import type { Channel } from '../queries/epochs.ts'

export interface BuiltFilter {
  readonly kind: LookUpKind
  readonly number: number
  readonly hash: string
  readonly publicKey: Uint8Array
  readonly content: Uint8Array
}

export interface NewEpoch {
  readonly name: string
  readonly begins: Date
  readonly ends: Date
  readonly contact: Contact
  readonly law: string | null
}

/** Writes an epoch that is published; answers its identifier. */
export async function recordEpoch(context: Context, channel: Channel, epoch: NewEpoch): Promise<string> {
  const id = randomUUID()
  await context.query
    .insertInto('private_epoch')
    .values({
      id,
      holder: channel.holder,
      partner: channel.partner,
      data_class: channel.dataClass,
      name: epoch.name,
      begins_at: epoch.begins,
      ends_at: epoch.ends,
      contact: JSON.stringify(epoch.contact),
      law: epoch.law,
      published_by: context.reader.account,
    })
    .execute()
  return id
}

/** Publishes filters: from this commit on the partner may fetch them. Their hashes and keys are committed to with it. */
export async function recordPublication(
  context: Context,
  channel: Channel,
  { id, name }: { readonly id: string; readonly name: string },
  filters: readonly BuiltFilter[],
  upTo: string,
): Promise<void> {
  for (const { kind, number, hash, publicKey, content } of filters) {
    await context.query
      .insertInto('private_filter')
      .values({
        epoch_id: id,
        kind,
        number,
        sha256: hash,
        public_key: Buffer.from(publicKey),
        content: Buffer.from(content.buffer, content.byteOffset, content.length),
        up_to: upTo,
        published_at: context.now,
      })
      .execute()
    const { partner, dataClass } = channel
    // The public key stands in the filter's head, so that its hash commits to both.
    await noteExchange(context, { direction: 'out', partner, message: randomUUID(), hash, kind: 'filter' })
    const body = { partner, dataClass, kind, epoch: name, number, hash }
    await context.audit({ action: 'private.published', subjects: [id], body })
  }
  // Over: nothing can be evaluated for them any more.
  await context.client.query(
    'DELETE FROM private_filter USING private_epoch e WHERE e.id = epoch_id AND (e.ends_at <= $1 OR e.stopped_at IS NOT NULL)',
    [context.now],
  )
}
