import type { RecordShow } from '@proofmark/contract/schemas/find'
import { presentReleases } from '../../access/present/release.ts'
import type { ShownRecord } from '../commands/show-record.ts'
import { presentItem } from './item.ts'

/** A record as its reader sees it: what the source said, and beside it what the tables read. */
export function presentRecord({ item, recordedAt, reader, releases, ...record }: ShownRecord): RecordShow {
  const seen = presentReleases(reader, releases)
  return { ...record, ...seen, recordedAt: recordedAt.toISOString(), read: presentItem(item) }
}
