import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { ShownRecord } from '../commands/show-record.ts'
import { presentItem } from './item.ts'

/** A record as its reader sees it: what the source said, and beside it what the tables read. */
export function presentRecord({ item, recordedAt, ...record }: ShownRecord): RecordShow {
  return { ...record, recordedAt: recordedAt.toISOString(), read: presentItem(item) }
}
