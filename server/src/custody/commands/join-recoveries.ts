import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needCurrentClasses } from '../../access/queries/need-current-classes.ts'
import { joinsOf } from '../queries/joins.ts'
import { findRecovery, type Recovery, standingOf, versionsOf } from '../queries/recoveries.ts'
import { releasedReports } from '../queries/released-reports.ts'
import { NO_END } from '../rules/no-end.ts'

export interface JoinInput {
  readonly recovery: string
  readonly other: string
  readonly verdict: 'same' | 'different' | 'withdrawn'
  readonly why: string
}

export interface Joined {
  readonly recovery: string
  readonly other: string
  readonly number: number
}

interface Sides {
  /** The reader's, of which somebody else's is a report too. */
  readonly own: Recovery
  /** Whose the other is. */
  readonly agency: string
}

/** The agency whose recovery this is, of which the reader knows through a record or through what was said of the two. */
async function agencyKnown(context: Context, own: Recovery, other: string): Promise<string | null> {
  const form = standingOf(await versionsOf(context, own.id))?.form
  const reports = form ? await releasedReports(context, own.agency, form) : []
  const report = reports.find(({ recovery }) => recovery === other)
  if (report) return report.agency
  const said = (await joinsOf(context, own.id)).get(other)
  return said?.between.find(({ id }) => id !== own.agency)?.id ?? null
}

/** Throws `not_found`, `not_your_agency`, `recovery_of_itself`, `recovery_anonymous`. */
async function needSides(context: Context, ids: readonly [string, string]): Promise<Sides> {
  const { reader } = context
  if (ids[0] === ids[1]) throw new ProofmarkError('recovery_of_itself')
  const found: Recovery[] = []
  for (const id of ids) {
    const recovery = await findRecovery(context, id)
    if (!recovery) continue
    if (standingOf(await versionsOf(context, id))?.form.anonymous)
      throw new ProofmarkError('recovery_anonymous', { field: id })
    found.push(recovery)
  }
  const isOwn = ({ agency }: Recovery) => reader.installer || agency === reader.agency?.id
  const own = found.find(isOwn)
  const other = found.find((each) => each !== own)
  if (!own) {
    const [first] = found
    if (first) needAgency(reader, { id: first.agency, name: first.agencyName })
    throw new ProofmarkError('not_found', { what: ids[0] })
  }
  if (other) return { own, agency: other.agency }
  const hidden = ids.find((id) => id !== own.id)!
  const agency = await agencyKnown(context, own, hidden)
  if (agency === null) throw new ProofmarkError('not_found', { what: hidden })
  return { own, agency }
}

/** Tells the desk of the other agency, under its own recovery, that something was said of it; within one agency nobody is told. */
async function tellOther({ query, reader }: Context, { own, agency }: Sides, both: readonly string[]): Promise<void> {
  if (agency === own.agency || agency === reader.agency?.id) return
  await query
    .insertInto('notice')
    .values({
      id: randomUUID(),
      agency_id: agency,
      kind: 'recovery_joined',
      asker_agency_id: own.agency,
      reference: '',
      recovery_id: both.find((id) => id !== own.id)!,
    })
    .execute()
}

const sorted = ({ recovery, other }: Pick<JoinInput, 'recovery' | 'other'>): [string, string] =>
  [recovery.toLowerCase(), other.toLowerCase()].sort() as [string, string]

/** The class of what is said of two recoveries: of both agencies, where they are two. */
async function classOf(context: Context, { own, agency }: Sides): Promise<number> {
  if (own.agency === agency) return own.vis
  const readers = [{ agency, end: NO_END }]
  return internVisibility(context, { agency: own.agency, sourceVisibility: 'pointer', handling: 'H0', readers })
}

/**
 * Makes ready what both agencies may read of two recoveries, in a transaction before the one that says it: what a transaction
 * may write was settled when it began. Throws as `joinRecoveries`.
 */
export async function readyJoin(context: Context, input: JoinInput): Promise<void> {
  await classOf(context, await needSides(context, sorted(input)))
}

/**
 * Says that two recoveries are reports of one incident, that they are not, or takes back what was said; one of them is of
 * the reader's agency, the other may be of any of which something was released to it. Both stay as they are; what was said
 * last counts, by whichever side. The same said again changes nothing. Throws `not_found`, `not_your_agency`,
 * `recovery_of_itself`, and `recovery_anonymous` for a surrender without identity, which is joined with nothing.
 */
export async function joinRecoveries(context: Context, input: JoinInput): Promise<Joined> {
  const { client, query, reader, audit } = context
  const [recovery, other] = sorted(input)
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`join ${recovery} ${other}`])
  const sides = await needSides(context, [recovery, other])
  const vis = await classOf(context, sides)
  if (!reader.classes.includes(vis)) await needCurrentClasses(context, sides.own.agency)
  const last = (await joinsOf(context, recovery)).get(other)
  const { verdict, why } = input
  if (last && last.verdict === verdict && last.why === why) return { recovery, other, number: last.number }
  const number = (last?.number ?? 0) + 1
  await query
    .insertInto('recovery_join')
    .values({ recovery_id: recovery, other_id: other, number, vis, verdict, why, joined_by: reader.account })
    .execute()
  await tellOther(context, sides, [recovery, other])
  await audit({ action: 'recovery.joined', subjects: [recovery, other], body: { verdict, why } })
  return { recovery, other, number }
}
