import { randomUUID } from 'node:crypto'
import type { Publication } from '@proofmark/contract/schemas/private-look-up'
import type { Filter } from '@proofmark/proofs/private/filter'
import type { Context } from '../../../access/context.ts'
import { noteExchange } from '../../commands/note-exchange.ts'

export interface ReceivedFilter {
  readonly filter: Filter
  readonly content: Uint8Array
}

/** Keeps filters that a partner published to us, and takes away those whose epoch is over or that it publishes no more. */
export async function recordReceived(
  context: Context,
  { partner, asker }: { readonly partner: string; readonly asker: string },
  publications: readonly Publication[],
  received: readonly ReceivedFilter[],
): Promise<void> {
  const standing = publications.map(({ dataClass, epoch }) => `${dataClass} ${epoch}`)
  await context.client.query(
    `DELETE FROM private_received WHERE partner = $1 AND asker = $2
       AND (ends_at <= $3 OR NOT data_class || ' ' || epoch = ANY ($4::text[]))`,
    [partner, asker, context.now, standing],
  )
  // Whoever publishes again answers again, whether or not its message about that came.
  await context.query
    .updateTable('told_stop')
    .set({ lifted_at: context.now })
    .where('partner', '=', partner)
    .where('lifted_at', 'is', null)
    .where('data_class', 'in', ['', ...publications.map(({ dataClass }) => dataClass)])
    .execute()
  for (const { filter, content } of received) {
    const of = publications.find((each) => each.dataClass === filter.dataClass && each.epoch === filter.epoch)
    if (!of) continue
    const { kind, number, epoch, hash } = filter
    await context.query
      .insertInto('private_received')
      .values({
        partner,
        asker,
        data_class: of.dataClass,
        epoch,
        kind,
        number,
        sha256: hash,
        content: Buffer.from(content.buffer, content.byteOffset, content.length),
        contact: JSON.stringify(of.contact),
        begins_at: new Date(of.begins),
        ends_at: new Date(of.ends),
        received_at: context.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await noteExchange(context, { direction: 'in', partner, message: randomUUID(), hash, kind: 'filter' })
    const body = { partner, dataClass: of.dataClass, kind, epoch, number, hash }
    await context.audit({ action: 'private.received', body })
  }
}
