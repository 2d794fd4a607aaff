import { PERSON_ROLES } from '@proofmark/contract/profile-fields'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import { presentReleases } from '../../access/present/release.ts'
import type { ShownRecord } from '../commands/show-record.ts'
import { presentItem } from './item.ts'

/** A record as its reader sees it: what the source said, and beside it what the tables read. */
export function presentRecord(shown: ShownRecord): RecordShow {
  const { item, recordedAt, reader, releases, otherVersions, personRoles, ...record } = shown
  const seen = presentReleases(reader, releases)
  return {
    ...record,
    ...seen,
    recordedAt: recordedAt.toISOString(),
    read: presentItem(item),
    // Released was what stands, not what its owner corrected before.
    otherVersions: (seen.release ? [] : otherVersions).map(({ version, recordedAt: at, changes }) => ({
      version,
      recordedAt: at.toISOString(),
      changes: [...changes],
    })),
    personRoles: PERSON_ROLES.filter((role) => personRoles.includes(role)),
  }
}
