import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { CaseOpenRequest } from '@proofmark/contract/schemas/case'
import type { Context, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { needRole } from '../../access/policy/role.ts'
import { casesCalled, findCase } from '../queries/case-file.ts'
import { entriesOf } from '../queries/entries.ts'
import { standingOf } from '../rules/case-standing.ts'
import { derivedId } from '../rules/derived-id.ts'
import { saidHash } from '../rules/said-hash.ts'
import { classFor, internCaseClass, internNameClass } from './case-classes.ts'
import { takeTurn } from './hold-case.ts'
import { sayMember } from './say-member.ts'
import { writeCaseEntry } from './write-entry.ts'

type NewCase = Omit<CaseOpenRequest, 'grounds'>

const REVIEW_DAYS = 182
const inDays = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

interface NewCompartment {
  readonly id: string
  readonly case: string
  readonly why: string
}

/** Makes a compartment, which its opener leads. Throws `case_id_used` where the identifier stands for another. */
export async function makeCompartment(context: Context, { id, case: file, why }: NewCompartment): Promise<void> {
  const { query, reader } = context
  const agency = reader.agency!.id
  await query
    .insertInto('compartment')
    .values({ id, case_id: file, agency_id: agency, opened_by: reader.account })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await query.selectFrom('compartment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (kept.case_id !== file || kept.opened_by !== reader.account) throw new ProofmarkError('case_id_used', { case: id })
  const known = await query
    .selectFrom('compartment_member')
    .select('number')
    .where('compartment_id', '=', id)
    .executeTakeFirst()
  if (!known) await sayMember(context, { compartment: id, account: reader.account, part: 'lead', until: null, why })
}

/**
 * Throws `case_reference_borne` where the reader sees another open case of their agency that bears the reference: it would name
 * neither any more. What they were not let into is not asked.
 */
async function needFree(context: Context, { id, reference }: { readonly id: string; readonly reference: string }) {
  const called = await casesCalled(context, reference)
  const own = called.filter((file) => file.id !== id && file.agency === context.reader.agency?.id)
  const entries = await entriesOf(
    context,
    own.map((file) => file.id),
  )
  const open = own.filter((file) => standingOf(entries.get(file.id) ?? []).state === 'open')
  if (open.length > 0)
    throw new ProofmarkError('case_reference_borne', { reference, cases: open.map((file) => file.id).join(', ') })
}

async function ground(context: Context, input: NewCase): Promise<void> {
  const { reader } = context
  needRole(reader, CASE_WORKERS)
  if (!reader.agency) throw new ProofmarkError('case_agency_needed')
  const id = input.case.toLowerCase()
  await takeTurn(context, id)
  if (!input.again) await needFree(context, { id, reference: input.reference })
  await makeCompartment(context, { id, case: id, why: input.reference })
  await internCaseClass(context, reader.agency.id, id, input)
  await internNameClass(context, reader.agency.id)
}

/** Keeps what an agency calls one of its cases, for whoever has to name a lead. */
export async function nameCase(context: Context, file: string, reference: string): Promise<void> {
  const { query, reader } = context
  const agency = reader.agency!.id
  const { id: vis } = await query
    .selectFrom('visibility')
    .select('id')
    .where('agency_id', '=', agency)
    .where('source_visibility', '=', 'silent')
    .where('handling', '=', 'H3')
    .where('compartment_id', 'is', null)
    .where('readers', '=', '{}' as never)
    .executeTakeFirstOrThrow()
  if (!reader.classes.includes(vis)) throw new ProofmarkError('records_moved')
  await query
    .insertInto('case_name')
    .values({ case_id: file, agency_id: agency, vis, reference })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function write(context: Context, input: NewCase): Promise<string> {
  const { query, reader, now, recordSecret, audit } = context
  const { title, kinds, nexus, reference, nineSteps, review = inDays(now, REVIEW_DAYS) } = input
  const id = input.case.toLowerCase()
  await takeTurn(context, id)
  const described = { kind: 'described', title, kinds, nexus } as const
  const first = derivedId(id, 'described')
  if (await findCase(context, id)) {
    const kept = await query
      .selectFrom('case_entry')
      .select('content_hmac as content')
      .where('case_id', '=', id)
      .where('id', '=', first)
      .executeTakeFirst()
    const same = kept?.content.equals(saidHash(recordSecret, { case: id, compartment: id, said: described }))
    if (!same) throw new ProofmarkError('case_id_used', { case: id })
    return id
  }
  const vis = await classFor(context, id)
  await query
    .insertInto('case_file')
    .values({ id, agency_id: reader.agency!.id, vis, reference, opened_by: reader.account })
    .execute()
  await nameCase(context, id, reference)
  const { hash } = await writeCaseEntry(context, { id }, { entry: first, said: described })
  const say = (word: string, said: Parameters<typeof writeCaseEntry>[2]['said']) =>
    writeCaseEntry(context, { id }, { entry: derivedId(id, word), said })
  if (nineSteps) await say('nine steps', { kind: 'task', template: 'nine_steps' })
  await say('supply chain', { kind: 'task', template: 'supply_chain' })
  await say('review', { kind: 'review', on: review })
  await audit({ action: 'case.opened', subjects: [id], body: { reference, kinds, nexus, hash } })
  return id
}

/**
 * Opens a case: first its compartment and the class of its rows, then the rows, since what a transaction may see is settled
 * when it begins. Safe to repeat. Throws `role_needed`, `case_agency_needed`, `case_id_used`, `case_reference_borne`.
 */
export async function openCase(run: Run, input: NewCase): Promise<string> {
  await run((context) => ground(context, input))
  return insist(run, (context) => write(context, input))
}
