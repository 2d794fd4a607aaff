import { ProofmarkError } from '@proofmark/contract/errors'
import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { holdPair, type JudgedPair } from '../../linkage/commands/write-judgement.ts'
import { type Colleague, colleagues } from '../queries/colleagues.ts'
import type { Assigned } from '../queries/queue.ts'

interface Ends {
  readonly record: string
  readonly other: string
}

/** The pair with the record of the smaller identifier first. */
const inOrder = ({ record, other }: JudgedPair) => (record.record < other.record ? [record, other] : [other, record])

/** A person of the reader's agency who may judge. Throws `not_found`. */
async function colleagueOf(context: Context, account: string): Promise<Colleague> {
  const found = (await colleagues(context)).find((each) => each.account === account.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: account })
  return found
}

/**
 * Takes a pair, gives it to a colleague of the same agency, or gives it back. It is a note for those who share the work and
 * binds nobody. Throws `role_needed`, `not_found`, `judgement_of_itself`.
 */
export async function assign(context: Context, input: Ends & { readonly to: string | null }): Promise<Assigned | null> {
  const { client, reader } = context
  needRole(reader, DESKS)
  const pair = await holdPair(context, input)
  const [one, other] = inOrder(pair) as [JudgedPair['record'], JudgedPair['record']]
  const { to } = input
  const own = to !== null && to.toLowerCase() === reader.account
  const named =
    to === null ? null : own ? { account: reader.account, name: reader.name } : await colleagueOf(context, to)
  const place = [one.record, other.record, reader.agency?.id ?? null]
  if (!reader.agency) throw new ProofmarkError('not_found', { what: to ?? '' })
  await client.query('DELETE FROM review_assignment WHERE record_id = $1 AND other_id = $2 AND agency_id = $3', place)
  if (named)
    await client.query(
      `INSERT INTO review_assignment (record_id, other_id, agency_id, vis, other_vis, account_id, given_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [...place, one.vis, other.vis, named.account, reader.account],
    )
  await context.audit({
    action: 'review.assigned',
    subjects: [one.record, other.record],
    body: { account: named?.name ?? null },
  })
  return named && { account: named.account, name: named.name, own }
}

/**
 * Asks a colleague for a verdict of their own on a pair. Until they gave it no judgement of the pair is shown to them.
 * Asked again while it is waited for, it is asked once. Throws `role_needed`, `not_found`, `judgement_of_itself`, and
 * `opinion_not_independent` where the colleague has judged the pair already.
 */
export async function askOpinion(context: Context, input: Ends & { readonly id: string; readonly of: string }) {
  const { client, reader } = context
  needRole(reader, DESKS)
  const pair = await holdPair(context, input)
  const colleague = await colleagueOf(context, input.of)
  const [one, other] = [pair.record, pair.other]
  const judged = pair.rows.some(({ kind, judgedBy }) => kind !== 'withdrawal' && judgedBy === colleague.account)
  if (judged) throw new ProofmarkError('opinion_not_independent', { name: colleague.name })
  const open = await client.query<{ id: string }>(
    `SELECT id FROM second_opinion WHERE record_id = $1 AND other_id = $2 AND asked_of = $3 AND given_number IS NULL`,
    [one.record, other.record, colleague.account],
  )
  if (open.rows[0]) return { id: open.rows[0].id, of: colleague.name }
  await client.query(
    `INSERT INTO second_opinion (record_id, other_id, id, vis, other_vis, asked_of, asked_by, agency_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8), ($2, $1, $3, $5, $4, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [one.record, other.record, input.id, one.vis, other.vis, colleague.account, reader.account, reader.agency?.id],
  )
  await context.audit({
    action: 'opinion.asked',
    subjects: [one.record, other.record],
    body: { account: colleague.name },
  })
  return { id: input.id, of: colleague.name }
}
