import { ProofmarkError } from '@proofmark/contract/errors'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../rules/packed-item.ts'

export interface ShownRecord {
  readonly record: string
  readonly source: string
  readonly agency: string
  readonly key: string
  readonly event: EventKind
  readonly date: { readonly from: string | null; readonly to: string | null; readonly stated: string | null }
  readonly recordedAt: Date
  readonly version: string
  readonly versions: number
  readonly stated: Record<string, string>
  readonly item: ItemRead
}

/**
 * One record as it stands. It is a look at a record, so it is an entry in the log before it is answered. Throws
 * `not_found`, in the same words for a record that is hidden and one that does not exist.
 */
export async function showRecord({ query, audit }: Context, record: string): Promise<ShownRecord> {
  const found = await query
    .selectFrom('record')
    .innerJoin('record_version', (join) =>
      join.onRef('record_version.record_id', '=', 'record.id').onRef('record_version.version', '=', 'record.version'),
    )
    .innerJoin('reading', 'reading.record_id', 'record.id')
    .innerJoin('source', 'source.id', 'record.source_id')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'record.source_key as key',
      'record.version',
      'source.name as source',
      'agency.name as agency',
      'record_version.event',
      'record_version.date_stated as dateStated',
      'record_version.date_from as dateFrom',
      'record_version.date_to as dateTo',
      'record_version.recorded_at as recordedAt',
      'record_version.raw as stated',
      'reading.item as packed',
    ])
    .where('record.id', '=', record)
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: record })
  const { versions } = await query
    .selectFrom('record_version')
    .select((build) => build.fn.countAll<string>().as('versions'))
    .where('record_id', '=', record)
    .executeTakeFirstOrThrow()
  await audit({ action: 'record.seen', subjects: [record] })
  const { packed, dateStated, dateFrom, dateTo, event, ...rest } = found
  return {
    ...rest,
    record,
    event: event as EventKind,
    date: { from: dateFrom, to: dateTo, stated: dateStated },
    versions: Number(versions),
    item: unpackItem(packed as PackedItem),
  }
}
