import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { ReleaseRequest } from '@proofmark/contract/schemas/release'
import type { Context } from '../context.ts'
import { needReleaser } from '../policy/release.ts'
import { listAgencies } from '../queries/list-agencies.ts'
import { namedOfficer } from '../queries/named-officer.ts'
import { needCurrentClasses } from '../queries/need-current-classes.ts'
import { type ReleasableRecord, releasableRecords } from '../queries/releasable-records.ts'
import { endOfDay, lastDay, releaseDays } from '../rules/release-end.ts'
import { distinct, releaseHash } from '../rules/release-hash.ts'
import type { Agency } from './add-agency.ts'
import { holdClasses, placeRecords } from './place-records.ts'

export interface MadeRelease {
  readonly release: string
  readonly to: string
  readonly until: string
  readonly at: Date
}

/** What the same release got when it was sent before; null where it was not. Throws `release_id_used`. */
async function sentBefore({ query, reader }: Context, id: string, content: Buffer): Promise<MadeRelease | null> {
  const known = await query
    .selectFrom('release')
    .innerJoin('agency', 'agency.id', 'release.receiver_agency_id')
    .select(['release.id', 'agency.name as to', 'ends_at as end', 'made_at as at', 'made_by as by'])
    .select('content_hmac as content')
    .where('release.id', '=', id)
    .executeTakeFirst()
  if (!known) return null
  if (known.by !== reader.account || !known.content.equals(content)) throw new ProofmarkError('release_id_used', { id })
  return { release: known.id, to: known.to, until: lastDay(known.end), at: known.at }
}

/** All of these records, with whose they are. Throws `not_found`, `not_your_agency`, `role_needed`. */
async function needReleasable(context: Context, records: readonly string[]): Promise<[Agency, ReleasableRecord[]]> {
  const found = await releasableRecords(context, records)
  const missing = records.find((record) => !found.some((each) => each.record === record))
  const first = found[0]
  if (missing !== undefined || !first) {
    await needCurrentClasses(context, context.reader.agency?.id ?? null)
    throw new ProofmarkError('not_found', { what: missing ?? '' })
  }
  const officer = await namedOfficer(context, first.agencyId)
  for (const each of found) {
    needReleaser(context.reader, each, officer)
    if (each.agencyId !== first.agencyId) throw new ProofmarkError('not_your_agency', { agency: first.agency })
  }
  return [{ id: first.agencyId, name: first.agency }, found]
}

/** The agency that is to receive. Throws `agency_unknown`, and `value_not_listed` for the owner. */
async function receiverOf(context: Context, owner: Agency, id: string): Promise<AgencyDesk> {
  const others = (await listAgencies(context)).filter((each) => each.id !== owner.id)
  const found = others.find((each) => each.id === id.toLowerCase())
  if (found) return found
  if (id.toLowerCase() !== owner.id) throw new ProofmarkError('agency_unknown', { value: id })
  const accepted = others.map(({ name }) => name).join(', ')
  throw new ProofmarkError('value_not_listed', { field: 'to', value: owner.name, accepted })
}

/** The end of a release that is made now and lasts until this day. Throws `release_end_wrong`. */
function needEnd(until: string, now: Date): Date {
  const { first, last } = releaseDays(now)
  if (until < first || until > last) throw new ProofmarkError('release_end_wrong', { until, first, last })
  return endOfDay(until)
}

/** Whoever else released one of them in this moment put it where this transaction does not see it. */
async function keepRecords({ client }: Context, release: string, records: readonly string[]): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO release_record (record_id, release_id, vis)
     SELECT id, $2, vis FROM record WHERE id = ANY ($1::uuid[])`,
    [records, release],
  )
  if (rowCount !== records.length) throw new ProofmarkError('records_moved')
}

/**
 * Shows records of the reader's agency to another, until the end of a day: from now on its people see them with
 * everything that rests on them, but for their persons, and its desk is told. The same release sent again changes
 * nothing. Throws `role_needed`, `not_found`, `not_your_agency`, `agency_unknown`, `value_not_listed`,
 * `release_end_wrong`, `release_id_used`, `records_moved`.
 */
export async function releaseRecords(context: Context, input: ReleaseRequest): Promise<MadeRelease> {
  const { query, reader, recordSecret, now, audit } = context
  const { until, note = null, reference = null, basis = null } = input
  const id = input.id.toLowerCase()
  const content = releaseHash(recordSecret, input)
  const before = await sentBefore(context, id, content)
  if (before) return before
  const records = distinct(input.records)
  const [owner, found] = await needReleasable(context, records)
  const receiver = await receiverOf(context, owner, input.to)
  const end = needEnd(until, now)
  await holdClasses(
    context,
    found.map(({ source }) => source),
  )
  const conditions = [...new Set(input.conditions)].sort()
  const made = await query
    .insertInto('release')
    .values({
      id,
      owner_agency_id: owner.id,
      receiver_agency_id: receiver.id,
      records: records.length,
      conditions,
      note,
      reference,
      basis,
      ends_at: end,
      content_hmac: content,
      made_by: reader.account,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('made_at as at')
    .executeTakeFirst()
  if (!made) return (await sentBefore(context, id, content))!
  await keepRecords(context, id, records)
  await placeRecords(context, records, now)
  await query
    .insertInto('notice')
    .values({
      id: randomUUID(),
      agency_id: receiver.id,
      kind: 'record_released',
      asker_agency_id: owner.id,
      reference,
      release_id: id,
    })
    .execute()
  await audit({
    action: 'record.released',
    subjects: [id, ...records],
    body: { agency: receiver.name, until, conditions, note, reference, basis },
  })
  return { release: id, to: receiver.name, until, at: made.at }
}
