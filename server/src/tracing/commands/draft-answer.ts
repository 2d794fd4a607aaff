import { TRACERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { Candidate } from '../../linkage/commands/find.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { ownCountry } from '../../records/queries/own-country.ts'
import { lifeRecords } from '../queries/life-records.ts'
import { LIKELY, type Matches, matchesOf } from '../queries/matches-of.ts'
import type { Trace } from '../queries/traces.ts'
import type { LifeRecord } from '../rules/life-record.ts'
import { draftReply, type ReplyBody } from '../rules/requests/draft-reply.ts'
import { needTrace } from './write-trace.ts'

export interface DraftedAnswer {
  readonly reply: ReplyBody
  readonly matches: Matches
  readonly desks: readonly {
    readonly agency: string
    readonly name: string
    readonly desk: string
    readonly records: number
  }[]
  readonly questions: readonly { readonly question: string; readonly at: Date }[]
}

/**
 * Records of the answering agency’s own that are likely of the firearm asked about, each by its own mark, and those that
 * persons linked with them.
 */
async function ownRecords(
  context: Context,
  { agency, agencyName }: Trace,
  candidates: readonly Candidate[],
): Promise<LifeRecord[]> {
  const named = new Set<string>()
  for (const { record } of candidates.filter(({ probability }) => probability >= LIKELY)) {
    const { members } = await itemOf(context, record)
    for (const member of members) if (member.link !== 'working') named.add(member.record)
  }
  const known = await lifeRecords(context, [...named])
  // What a partner told and may not be passed on is no part of an answer to another.
  const sources = await context.query
    .selectFrom('source')
    .select('id')
    .where('agency_id', '=', agency)
    .where(({ or, eb }) => or([eb('kind', '!=', 'trace-result'), eb('handling', 'in', ['H0', 'H1'])]))
    .execute()
  const own = new Set(sources.map(({ id }) => id))
  const dayOf = ({ date }: Pick<LifeRecord, 'date'>) => date.from ?? '9999'
  return [...known.values()]
    .filter((record) => own.has(record.source.id) && record.agency === agencyName)
    .map((record) => ({ ...record, link: 'confirmed' as const }))
    .sort((one, other) => (`${dayOf(one)} ${one.record}` < `${dayOf(other)} ${other.record}` ? -1 : 1))
}

/** The questions that were put to desks under a request’s name. */
async function questionsFor({ client }: Context, { id, agency }: Trace) {
  const { rows } = await client.query<{ question: string; at: Date }>(
    `SELECT id AS question, asked_at AS at FROM desk_question
     WHERE asker_agency_id = $1 AND reference LIKE $2 ORDER BY asked_at, id`,
    [agency, `%${id}`],
  )
  return rows
}

/** The desks that keep what the reader sees and may not release. */
async function desksOf({ client }: Context, others: readonly Candidate[]) {
  const { rows } = await client.query<{ agency: string; name: string; desk: string }>(
    'SELECT id AS agency, name, desk FROM agency WHERE id = ANY ($1::uuid[]) ORDER BY name',
    [others.map(({ agencyId }) => agencyId)],
  )
  return rows.map((row) => ({ ...row, records: others.filter(({ agencyId }) => agencyId === row.agency).length }))
}

/**
 * Looks an incoming request up anew, by what the reader sees now, and drafts the answer from the records of the answering
 * agency. What others keep is listed by its owner. Nothing of it is kept. Throws `role_needed`, `not_found`.
 */
export async function draftAnswer(context: Context, id: string): Promise<DraftedAnswer> {
  needRole(context.reader, TRACERS)
  const trace = await needTrace(context, id)
  const matches = await matchesOf(context, trace.form.firearm, trace.agency)
  const records = await ownRecords(context, trace, matches.own)
  const home = (await ownCountry(context, trace.agency)) ?? trace.form.addressee.country ?? 'ZZ'
  const { desk } = await context.query
    .selectFrom('agency')
    .select('desk')
    .where('id', '=', trace.agency)
    .executeTakeFirstOrThrow()
  const contact = {
    agency: trace.agencyName,
    unit: desk.slice(0, 120) || null,
    email: null,
    telephone: null,
    verified: null,
  }
  const reply = draftReply({
    records,
    home,
    replier: { country: home, contact, reference: context.grounds?.reference?.trim() || null },
    handling: {
      scheme: 'europol',
      sourceGrade: null,
      informationGrade: null,
      codes: ['H1'],
      conditions: null,
      originator: trace.agencyName,
      expires: null,
    },
    elsewhere: matches.others.length > 0,
  })
  const shown = [...matches.own, ...matches.others].map(({ record }) => record)
  const subjects = [...new Set([trace.id, ...shown, ...records.map(({ record }) => record)])]
  await context.audit({ action: 'trace.answer_drafted', subjects, body: { candidates: shown.length } })
  return {
    reply,
    matches,
    desks: await desksOf(context, matches.others),
    questions: await questionsFor(context, trace),
  }
}
