import { randomUUID } from 'node:crypto'
import { describeItem } from '@proofmark/contract/described-item'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { QuestionRequest, ShownDescription } from '@proofmark/contract/schemas/question'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { askersAgency } from '../policy/question.ts'
import { desksFor, desksOf } from '../queries/desks.ts'
import { ownItem } from '../queries/own-item.ts'
import { describeStated, saysNothing } from '../rules/describe.ts'
import { questionHash } from '../rules/question-hash.ts'

export interface AskedDesks {
  readonly question: string
  readonly at: Date
  readonly desks: readonly AgencyDesk[]
}

async function describe(context: Context, { description, record }: QuestionRequest): Promise<ShownDescription> {
  if (description !== undefined) return describeStated(description)
  if (record === undefined) throw new ProofmarkError('body_invalid', { field: 'description', expected: 'present' })
  const read = describeItem((await ownItem(context, record)).item)
  if (saysNothing(read)) throw new ProofmarkError('question_empty', { record })
  return read
}

/** What the same question got when it was sent before. Throws `question_id_used` where it was another. */
async function sentBefore(context: Context, asker: Agency, id: string, content: Buffer): Promise<AskedDesks> {
  const known = await context.query
    .selectFrom('desk_question')
    .select(['id', 'asked_at as at'])
    .where('id', '=', id)
    .where('asker_agency_id', '=', asker.id)
    .where('content_hmac', '=', content)
    .executeTakeFirst()
  if (!known) throw new ProofmarkError('question_id_used', { id })
  const desks = await desksOf(context, [known.id])
  return { question: known.id, at: known.at, desks: desks.get(known.id) ?? [] }
}

/** Puts the question to its desks, and leaves a notice at each. */
async function send(
  { query }: Context,
  asker: Agency,
  question: { readonly id: string; readonly reference: string },
  desks: readonly AgencyDesk[],
): Promise<void> {
  await query
    .insertInto('desk_question_addressee')
    .values(desks.map((desk) => ({ question_id: question.id, agency_id: desk.id })))
    .execute()
  const notices = desks.map((desk) => ({
    id: randomUUID(),
    agency_id: desk.id,
    kind: 'question_asked' as const,
    asker_agency_id: asker.id,
    reference: question.reference,
    question_id: question.id,
  }))
  await query.insertInto('notice').values(notices).execute()
}

/**
 * Sends the description of a firearm to the desks that the asker names, or to those of every other agency that keeps
 * sources. Nothing is looked up: whether any of them holds something changes neither the answer nor its time. The same
 * question sent again changes nothing and answers the same. Throws `role_needed`, `not_found`, `not_your_agency`,
 * `pattern_unreadable`, `question_empty`, `question_id_used`, and what `desksFor` throws.
 */
export async function askDesks(context: Context, input: QuestionRequest): Promise<AskedDesks> {
  const { query, reader, recordSecret, audit } = context
  const asker = askersAgency(reader)
  const description = await describe(context, input)
  const content = questionHash(recordSecret, input)
  const { id, reference, basis, record } = input
  const sent = await query
    .insertInto('desk_question')
    .values({
      id,
      asker_agency_id: asker.id,
      asked_by: reader.account,
      reference,
      basis,
      description: JSON.stringify(description),
      record_id: record ?? null,
      content_hmac: content,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'asked_at as at'])
    .executeTakeFirst()
  if (!sent) return sentBefore(context, asker, id, content)
  const desks = await desksFor(context, asker, input.agencies)
  await send(context, asker, { id: sent.id, reference }, desks)
  await audit({
    action: 'question.asked',
    subjects: [sent.id, ...(record === undefined ? [] : [record])],
    body: { reference, basis, description, agencies: desks.map(({ name }) => name) },
  })
  return { question: sent.id, at: sent.at, desks }
}
