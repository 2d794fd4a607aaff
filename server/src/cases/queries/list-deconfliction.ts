import { CASE_WORKERS } from '@proofmark/contract/route'
import type { AskedQuestion, DeconflictionList, Told } from '@proofmark/contract/schemas/deconfliction'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { contactIn, meetingsOf } from './meetings.ts'

const PAGE = 200

async function questionsOfCases(context: Context): Promise<AskedQuestion[]> {
  const { query, now } = context
  const rows = await query
    .selectFrom('deconfliction_question as question')
    .innerJoin('case_file', 'case_file.id', 'question.case_id')
    .innerJoin('account', 'account.id', 'question.asked_by')
    .select(['question.id', 'question.kind', 'question.purpose', 'account.name as by', 'question.asked_at as at'])
    .select(['question.until', 'question.withdrawn_at', 'case_file.id as caseId', 'case_file.reference'])
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id')
    .limit(PAGE + 1)
    .execute()
  const met = await meetingsOf(
    context,
    rows.map(({ id }) => id),
  )
  return rows.map(({ at, until, withdrawn_at, caseId, reference, ...row }) => ({
    ...row,
    case: { id: caseId, reference },
    at: at.toISOString(),
    until: until.toISOString(),
    state: withdrawn_at !== null ? 'withdrawn' : until > now ? 'standing' : 'over',
    met: met.get(row.id) ?? [],
  }))
}

/** What the reader’s desk and cases were told, who did not ask themselves: each meeting once. */
async function toldOfOthers({ query, reader }: Context): Promise<Told[]> {
  const rows = await query
    .selectFrom('deconfliction_told as told')
    .innerJoin('agency', 'agency.id', 'told.contact_agency_id')
    .leftJoin('case_file', 'case_file.id', 'told.case_id')
    .select(['told.handle', 'told.told_at as at', 'told.contact', 'agency.name', 'agency.desk'])
    .select(['case_file.id as caseId', 'case_file.reference'])
    .where('told.about', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb('told.audience', '=', 'case'),
        and([eb('told.audience', '=', 'desk'), eb('told.agency_id', '=', reader.agency?.id ?? null)]),
      ]),
    )
    .orderBy('told.told_at', 'desc')
    .orderBy('told.handle')
    .limit(2 * PAGE)
    .execute()
  const once = new Map<string, Told>()
  for (const { at, handle, caseId, reference, ...row } of rows) {
    const own = caseId === null || reference === null ? null : { id: caseId, reference }
    const line = { handle, contact: contactIn(row), at: at.toISOString(), case: own }
    if (!once.has(handle) || own !== null) once.set(handle, line)
  }
  return [...once.values()]
}

/** The questions of the reader's cases, newest first, and what they were told of others. Throws `role_needed`. */
export async function listDeconfliction(context: Context): Promise<DeconflictionList> {
  needRole(context.reader, CASE_WORKERS)
  const questions = await questionsOfCases(context)
  const told = await toldOfOthers(context)
  const more = questions.length > PAGE || told.length > PAGE
  await context.audit({ action: 'deconfliction.listed', subjects: told.map(({ handle }) => handle).slice(0, PAGE) })
  return { questions: questions.slice(0, PAGE), told: told.slice(0, PAGE), more }
}
