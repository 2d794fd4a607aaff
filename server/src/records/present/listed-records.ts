import type { SourceRecords } from '@proofmark/contract/schemas/source'
import type { ListedRecords } from '../commands/list-records.ts'
import { presentItem } from './item.ts'

/** A page of a source's records as its reader sees it. */
export function presentRecords({ source, records, next }: ListedRecords): SourceRecords {
  const { id, name, agency, kind } = source
  return {
    source: { id, name, agency: agency.name, kind },
    records: records.map(({ item, ...record }) => ({ ...record, read: presentItem(item) })),
    next,
  }
}
