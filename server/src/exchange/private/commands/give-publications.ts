import { PUBLICATIONS_FORM, type Publication } from '@proofmark/contract/schemas/private-look-up'
import type { Context } from '../../../access/context.ts'
import { partnerAllows } from '../../policy/agreement.ts'
import { currentEpochs, filtersOf } from '../queries/epochs.ts'

/** What is published to a partner at this moment, as far as its agreement allows it. */
export async function givePublications(context: Context, holder: string, partner: string) {
  const publications: Publication[] = []
  for (const epoch of await currentEpochs(context, holder, partner, context.now)) {
    const { allowed } = await partnerAllows(context, partner, { what: 'data', dataClass: epoch.dataClass })
    if (!allowed) continue
    publications.push({
      dataClass: epoch.dataClass,
      epoch: epoch.name,
      begins: epoch.begins.toISOString(),
      ends: epoch.ends.toISOString(),
      contact: epoch.contact,
      filters: await filtersOf(context, epoch.id),
    })
  }
  return { form: PUBLICATIONS_FORM, publications }
}

/** The bytes of a filter that is published to this partner now, with the entry that it was given; null for any other. */
export async function giveFilter(
  context: Context,
  holder: string,
  partner: string,
  hash: string,
): Promise<Uint8Array | null> {
  for (const epoch of await currentEpochs(context, holder, partner, context.now)) {
    const found = await context.query
      .selectFrom('private_filter')
      .select(['content', 'kind', 'number'])
      .where('epoch_id', '=', epoch.id)
      .where('sha256', '=', hash)
      .executeTakeFirst()
    if (!found) continue
    const { allowed } = await partnerAllows(context, partner, { what: 'data', dataClass: epoch.dataClass })
    if (!allowed) return null
    const { dataClass, name } = epoch
    const body = { partner, dataClass, kind: found.kind, epoch: name, number: found.number, hash }
    await context.audit({ action: 'private.given', subjects: [epoch.id], body })
    return found.content
  }
  return null
}
