import type { LegalBasis } from '@proofmark/contract/purposes'
import { DESKS } from '@proofmark/contract/route'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { ShownDescription } from '@proofmark/contract/schemas/question'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { answersTo, type GivenAnswer } from './desk-answers.ts'
import { desksOf } from './desks.ts'

const PAGE = 200

interface Question {
  readonly id: string
  readonly reference: string
  readonly basis: LegalBasis
  readonly description: ShownDescription
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** A question of the reader's agency, with the desks it went to. */
export interface AskedQuestion extends Question {
  readonly by: string
  readonly record: string | null
  readonly desks: readonly AgencyDesk[]
  readonly answers: readonly GivenAnswer[]
}

/** A question to the reader's agency, with that agency's own answers. */
export interface ReceivedQuestion extends Question {
  readonly asker: string
  readonly open: boolean
  readonly answers: readonly GivenAnswer[]
}

export interface Questions {
  readonly asked: readonly AskedQuestion[]
  readonly received: readonly ReceivedQuestion[]
  readonly more: { readonly asked: boolean; readonly received: boolean }
}

const NONE: Questions = { asked: [], received: [], more: { asked: false, received: false } }

const questions = ({ query }: Context) =>
  query
    .selectFrom('desk_question as question')
    .select([
      'question.id',
      'question.reference',
      sql<LegalBasis>`question.basis`.as('basis'),
      sql<ShownDescription>`question.description`.as('description'),
      'question.asked_at as at',
      'question.withdrawn_at as withdrawnAt',
    ])

/** One more than a page, so that it shows whether there are more. */
async function askedBy(context: Context, agency: string): Promise<AskedQuestion[]> {
  const rows = await questions(context)
    .innerJoin('account', 'account.id', 'question.asked_by')
    .select(['account.name as by', 'question.record_id as record'])
    .where('question.asker_agency_id', '=', agency)
    .orderBy('question.asked_at', 'desc')
    .limit(PAGE + 1)
    .execute()
  const ids = rows.map(({ id }) => id)
  const desks = await desksOf(context, ids)
  const answers = Map.groupBy(await answersTo(context, ids, null), ({ question }) => question)
  return rows.map((row) => ({ ...row, desks: desks.get(row.id) ?? [], answers: answers.get(row.id) ?? [] }))
}

async function putTo(context: Context, agency: string): Promise<ReceivedQuestion[]> {
  const rows = await questions(context)
    .innerJoin('desk_question_addressee as addressee', 'addressee.question_id', 'question.id')
    .innerJoin('agency as asker', 'asker.id', 'question.asker_agency_id')
    .select([
      'asker.name as asker',
      sql<boolean>`question.withdrawn_at IS NULL AND NOT EXISTS (
        SELECT FROM desk_answer a WHERE a.question_id = question.id AND a.agency_id = addressee.agency_id)`.as('open'),
    ])
    .where('addressee.agency_id', '=', agency)
    .orderBy('open', 'desc')
    .orderBy('question.asked_at', 'desc')
    .limit(PAGE + 1)
    .execute()
  const ids = rows.map(({ id }) => id)
  const answers = Map.groupBy(await answersTo(context, ids, agency), ({ question }) => question)
  return rows.map((row) => ({ ...row, answers: answers.get(row.id) ?? [] }))
}

/**
 * The questions that the reader's agency asked, the last first, and those that it was asked, open ones first; those
 * between other agencies are in neither. Seeing them is itself an entry of the log. Throws `role_needed`.
 */
export async function listQuestions(context: Context): Promise<Questions> {
  const { reader, audit } = context
  needRole(reader, DESKS)
  if (!reader.agency) return NONE
  const asked = await askedBy(context, reader.agency.id)
  const received = await putTo(context, reader.agency.id)
  const shown = {
    asked: asked.slice(0, PAGE),
    received: received.slice(0, PAGE),
    more: { asked: asked.length > PAGE, received: received.length > PAGE },
  }
  const seen = [...shown.asked, ...shown.received].map(({ id }) => id)
  if (seen.length > 0) await audit({ action: 'question.seen', subjects: seen })
  return shown
}
