import type { Context } from '../context.ts'
import { type Release, type ReleasedRecord, recordsReleased, releasesOf } from './releases.ts'

/** So many of either side are answered at once. */
const PAGE = 100

export interface ReleasesOfAgency {
  readonly given: readonly Release[]
  readonly received: readonly Release[]
  readonly more: { readonly given: boolean; readonly received: boolean }
  /** Of each release those of its records that the reader may see. */
  readonly records: ReadonlyMap<string, readonly ReleasedRecord[]>
  readonly now: Date
}

/**
 * The releases that the reader's agency gave and received, the last first; the installer's shell, which works for none,
 * sees what all gave. Seeing them is itself an entry of the log.
 */
export async function listReleases(context: Context): Promise<ReleasesOfAgency> {
  const { reader, audit, now } = context
  const agency = reader.agency?.id ?? null
  const none = agency === null && !reader.installer
  const given = none ? [] : await releasesOf(context, 'owner_agency_id', agency, PAGE + 1)
  const received = agency === null ? [] : await releasesOf(context, 'receiver_agency_id', agency, PAGE + 1)
  const more = { given: given.length > PAGE, received: received.length > PAGE }
  const shown = { given: given.slice(0, PAGE), received: received.slice(0, PAGE) }
  const ids = [...shown.given, ...shown.received].map(({ id }) => id)
  if (ids.length > 0) await audit({ action: 'release.seen', subjects: ids })
  return { ...shown, more, records: await recordsReleased(context, ids), now }
}
