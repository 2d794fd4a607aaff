import { ProofmarkError } from '@proofmark/contract/errors'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { Context, Reader } from '../../access/context.ts'
import { mayRelease } from '../../access/policy/release.ts'
import { namedOfficer } from '../../access/queries/named-officer.ts'
import { type Release, standingReleases } from '../../access/queries/releases.ts'
import { otherVersions } from '../queries/other-versions.ts'
import { personRoles } from '../queries/version-persons.ts'
import { type ColumnChange, changesOfRow } from '../rules/changes-of-row.ts'
import { type PackedItem, unpackItem } from '../rules/packed-item.ts'

interface ShownDate {
  readonly from: string | null
  readonly to: string | null
}

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
  readonly rowKind: RowKind
  readonly quantity: number | null
  /** Until when it holds, and when it was told to whoever wrote it down. */
  readonly until: ShownDate
  readonly reported: ShownDate
  /** What is known not to be known, and why. */
  readonly notKnown: Record<string, string>
  readonly stated: Record<string, string>
  readonly item: ItemRead
  /** What other versions said otherwise, the newest first; the number of all is `versions`. */
  readonly otherVersions: readonly {
    readonly version: string
    readonly recordedAt: Date
    readonly changes: readonly ColumnChange[]
  }[]
  /** The roles of the persons whom it names, for its own agency; the persons themselves are never among it. */
  readonly personRoles: readonly string[]
  /** By whom it is seen, the releases of it that hold, and whether the reader may make one. */
  readonly reader: Reader
  readonly releases: readonly Release[]
  readonly mayRelease: boolean
}

/** More versions than these are counted and not shown. */
const MOST_VERSIONS = 20

/**
 * One record as it stands. It is a look at a record, so it is an entry in the log before it is answered. Throws
 * `not_found`, in the same words for a record that is hidden and one that does not exist.
 */
export async function showRecord(context: Context, record: string): Promise<ShownRecord> {
  const { query, audit, reader } = context
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
      'record_version.version',
      'source.name as source',
      'agency.name as agency',
      'agency.id as agencyId',
      'source.source_visibility as sourceVisibility',
      'record_version.event',
      'record_version.date_stated as dateStated',
      'record_version.date_from as dateFrom',
      'record_version.date_to as dateTo',
      'record_version.recorded_at as recordedAt',
      'record_version.raw as stated',
      'reading.item as packed',
      'record_version.row_kind as rowKind',
      'record_version.quantity',
      'record_version.until_from as untilFrom',
      'record_version.until_to as untilTo',
      'record_version.reported_from as reportedFrom',
      'record_version.reported_to as reportedTo',
      'record_version.not_known as notKnown',
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
  const { agencyId, sourceVisibility, ...shown } = found
  const { packed, dateStated, dateFrom, dateTo, untilFrom, untilTo, reportedFrom, reportedTo, ...rest } = shown
  const isOwn = agencyId === reader.agency?.id
  const others = await otherVersions(context, record, found.version, MOST_VERSIONS)
  const from = { agencyId, agency: found.agency, sourceVisibility }
  return {
    ...rest,
    record,
    event: found.event as EventKind,
    rowKind: found.rowKind as RowKind,
    quantity: found.quantity === null ? null : Number(found.quantity),
    until: { from: untilFrom, to: untilTo },
    reported: { from: reportedFrom, to: reportedTo },
    notKnown: found.notKnown ?? {},
    date: { from: dateFrom, to: dateTo, stated: dateStated },
    versions: Number(versions),
    otherVersions: others.map(({ raw, ...other }) => ({ ...other, changes: changesOfRow(raw, rest.stated) })),
    personRoles: isOwn ? await personRoles(context, record, found.version) : [],
    item: unpackItem(packed as PackedItem),
    reader,
    releases: await standingReleases(context, record),
    mayRelease: mayRelease(reader, from, await namedOfficer(context, agencyId)),
  }
}
