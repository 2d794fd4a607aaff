import { ProofmarkError } from '@proofmark/contract/errors'
import type { ItemRead } from '@proofmark/domain/item'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'

export interface OwnItem {
  readonly agency: Agency
  readonly item: ItemRead
}

/**
 * The item of a record of the reader's own agency, on which a question to others may rest. Throws `not_found`, in the
 * same words for a record that is hidden and one that does not exist, and `not_your_agency`.
 */
export async function ownItem({ query, reader }: Context, record: string): Promise<OwnItem> {
  const found = await query
    .selectFrom('record')
    .innerJoin('reading', 'reading.record_id', 'record.id')
    .innerJoin('source', 'source.id', 'record.source_id')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select(['reading.item as packed', 'agency.id as agencyId', 'agency.name as agencyName'])
    .where('record.id', '=', record)
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: record })
  const agency = { id: found.agencyId, name: found.agencyName }
  needAgency(reader, agency)
  return { agency, item: unpackItem(found.packed as PackedItem) }
}
