import { ProofmarkError } from '@proofmark/contract/errors'
import { type RecoveryConflict, sameText } from '@proofmark/contract/merge-recovery'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { classOfOwn } from '../../tracing/commands/write-trace.ts'
import { needAnonymity, needApart, recoveringAgency } from '../policy/recovery.ts'
import { paperRemarks } from '../queries/paper.ts'
import {
  exhibitsOf,
  findRecovery,
  type Recovery,
  type RecoveryVersion,
  standingOf,
  versionsOf,
  withoutSeal,
} from '../queries/recoveries.ts'
import { mergeSent, ownSince } from '../rules/merge-sent.ts'
import { minimumAtRecovery } from '../rules/minimum-at-recovery.ts'
import { typedPaperNumber } from '../rules/paper-number.ts'
import { routeCountries } from '../rules/recovery-route.ts'
import { type Remark, remarksOn } from '../rules/remarks.ts'
import { makeRecords } from './make-records.ts'
import { openExhibits } from './open-exhibits.ts'

export interface RecoveryInput {
  /** Chosen by the device. */
  readonly recovery: string
  /** The version that the form began from; absent where it began from nothing. */
  readonly base?: number | undefined
  /** The sends of the device of which it had no answer since that version, in order; this one is the last. */
  readonly attempts?: readonly string[] | undefined
  readonly form: RecoveryForm
  /** Whose recovery it is, of whoever belongs to no agency. */
  readonly agency?: string | undefined
}

/** What a save did; what others know of the exhibits is asked afterwards. */
export type Saved = Omit<RecoverySaved, 'answers'>

/** When the data of persons are looked at again (DOMAIN 2.16: a suspect's after three years at the latest). */
const REVIEW_YEARS = 3

/** Identifiers and the number of the paper form in the one way in which they are kept. */
const sameCase = (form: RecoveryForm): RecoveryForm => ({
  ...form,
  ...(form.paper === undefined ? {} : { paper: typedPaperNumber(form.paper) ?? form.paper }),
  exhibits: form.exhibits.map((each) => ({ ...each, exhibit: each.exhibit.toLowerCase() })),
})

/**
 * Saves a recovery as its next version, and makes records of its exhibits. A form that began from another version than
 * the one that stands is merged with it, field by field; what was sent is kept as it came. The same again changes
 * nothing, and is told again what it contradicted. Throws `role_needed`, `agency_unknown`, `not_your_agency`, `recovery_id_used`, `exhibit_id_used`,
 * `recovery_base_unknown`, `recovery_anonymous`, `recovery_field_twice`.
 */
export async function saveRecovery(context: Context, input: RecoveryInput): Promise<Saved> {
  const { client, recordSecret, audit } = context
  const agency = await recoveringAgency(context, input.agency)
  const [id, sent, base] = [input.recovery.toLowerCase(), sameCase(input.form), input.base ?? null]
  needApart(sent)
  needAnonymity([sent])
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`recovery ${id}`])
  const recovery = (await findRecovery(context, id)) ?? (await openRecovery(context, id, agency, sent))
  needAgency(context.reader, { id: recovery.agency, name: recovery.agencyName })
  const versions = await versionsOf(context, id)
  const attempts = input.attempts?.map((each) => each.toLowerCase()) ?? []
  const came = { base, attempts, form: sent }
  const hash = keyedHash(recordSecret, `recovery\0${base ?? ''}\0${sameText(sent)}`)
  if (base !== null && versions.every(({ version }) => version !== base))
    throw new ProofmarkError('recovery_base_unknown', { base })
  const [before, own] = [versions.findLast((version) => version.hash.equals(hash)), ownSince(versions, came)]
  // What was said before and taken back is said anew where the device said something else in between.
  const again = before && (own === null || own.version <= before.version) ? before : null
  const standing = standingOf(versions)
  const { form, conflicts } = mergeSent(versions, came, again ?? own)
  needAnonymity([...versions.map((version) => version.form), sent, form])
  const isSent = sameText(form) === sameText(sent)
  const isStanding = standing !== null && sameText(form) === sameText(standing.form)
  if (again && isStanding)
    return said(context, recovery, versions, { change: 'unchanged', sent: again.version, conflicts })
  const number = (versions.at(-1)?.version ?? 0) + 1
  const written = { base: own?.version ?? base, attempt: attempts.at(-1) ?? null, form: sent, hash }
  await writeVersion(context, recovery, { version: number, stands: isSent, ...written })
  if (!isSent && !isStanding) {
    const merged = keyedHash(recordSecret, `recovery merged\0${number}\0${sameText(form)}`)
    const both = { version: number + 1, base: number, attempt: null, stands: true, form, hash: merged }
    await writeVersion(context, recovery, both)
  }
  const { outcomes, unread } = await makeRecords(context, recovery, form)
  await openExhibits(context, recovery, form, outcomes)
  const change = isSent ? 'saved' : 'merged'
  const answer = await said(
    context,
    recovery,
    await versionsOf(context, id),
    { change, sent: number, conflicts },
    { sent, unread },
  )
  await audit({
    action: 'recovery.saved',
    subjects: [id, ...form.exhibits.map(({ exhibit }) => exhibit)],
    body: { version: answer.version, change, exhibits: form.exhibits.length, conflicts: conflicts.length },
  })
  return answer
}

/** Throws `recovery_id_used` where one that the reader does not see has the identifier. */
async function openRecovery(
  context: Context,
  id: string,
  agency: { readonly id: string },
  { status }: RecoveryForm,
): Promise<Recovery> {
  const { query, reader } = context
  const vis = await classOfOwn(context, agency.id)
  const made = await query
    .insertInto('recovery')
    .values({ id, agency_id: agency.id, vis, status, opened_by: reader.account })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  const recovery = made ? await findRecovery(context, id) : null
  if (!recovery) throw new ProofmarkError('recovery_id_used', { recovery: id })
  return recovery
}

async function writeVersion(
  { query, reader, now }: Context,
  { id, vis }: Recovery,
  { version, base, attempt, stands, form, hash }: Omit<RecoveryVersion, 'by' | 'at'>,
): Promise<void> {
  const { persons, ...rest } = form
  await query
    .insertInto('recovery_version')
    .values({
      recovery_id: id,
      version,
      vis,
      base,
      attempt,
      stands,
      form: JSON.stringify(rest),
      content_hmac: hash,
      saved_by: reader.account,
    })
    .execute()
  const countries = new Set(routeCountries(form).map(({ country }) => country))
  if (countries.size > 0)
    await query
      .insertInto('recovery_country')
      .values([...countries].map((country) => ({ country, recovery_id: id, vis })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (persons.length === 0) return
  const review = new Date(now)
  review.setUTCFullYear(review.getUTCFullYear() + REVIEW_YEARS)
  const reviewOn = review.toISOString().slice(0, 10)
  await query
    .insertInto('recovery_person')
    .values(persons.map((person) => ({ recovery_id: id, version, vis, ...person, review_on: reviewOn })))
    .execute()
}

interface Change {
  readonly change: Saved['change']
  readonly sent: number
  readonly conflicts: readonly RecoveryConflict[]
}

interface Seen {
  readonly sent: RecoveryForm
  readonly unread: ReadonlyMap<string, readonly string[]>
}

async function said(
  context: Context,
  { id }: Recovery,
  versions: readonly RecoveryVersion[],
  { change, sent, conflicts }: Change,
  seen?: Seen,
): Promise<Saved> {
  const standing = standingOf(versions)!
  const { version, form } = standing
  const exhibits = new Map((await exhibitsOf(context, [id])).map((each) => [each.id, each]))
  const { missing, completeness } = minimumAtRecovery(form)
  const unsealed = await withoutSeal(context, id)
  const remarks: readonly Remark[] = [
    ...remarksOn(standing, unsealed, seen),
    ...(await paperRemarks(context, id, form)),
  ]
  return {
    recovery: id,
    version,
    change,
    sent,
    exhibits: form.exhibits.map(({ exhibit, kind, number }) => ({
      exhibit,
      kind,
      number: number ?? null,
      record: exhibits.get(exhibit)?.record ?? null,
    })),
    missing: missing.map(({ exhibit, fields }) => ({ exhibit, fields: [...fields] })),
    completeness,
    conflicts: [...conflicts],
    remarks: [...remarks],
  }
}
