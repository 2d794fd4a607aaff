import { ProofmarkError } from '@proofmark/contract/errors'
import { STEWARDS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CasePerson, casePeople, membersOf } from '../queries/members.ts'
import { type CaseWithoutLead, casesWithoutLead } from '../queries/without-lead.ts'
import { internCaseClass } from './case-classes.ts'
import { takeTurn } from './hold-case.ts'
import { sayMember } from './say-member.ts'

/** The cases of the reader's agency that nobody can lead any more, and whom to name. Throws `role_needed`. */
export async function listWithoutLead(
  context: Context,
): Promise<{ readonly cases: readonly CaseWithoutLead[]; readonly people: readonly CasePerson[] }> {
  const { reader, audit } = context
  needRole(reader, STEWARDS)
  const agency = reader.agency?.id
  const cases = agency === undefined ? [] : await casesWithoutLead(context, agency)
  await audit({
    action: 'case.without_lead_listed',
    subjects: cases.map(({ id }) => id),
    body: { references: cases.map(({ reference }) => reference) },
  })
  return { cases, people: (await casePeople(context)).filter((person) => person.agency === agency) }
}

export interface NamedLead {
  readonly case: string
  readonly account: string
  readonly why: string
}

/**
 * Names somebody of the agency to lead a case whose lead has gone. The steward learns nothing of the case but its
 * reference, and the reason stands among its members. Throws `role_needed`, `not_found`, `case_lead_there`,
 * `case_person_unfit`.
 */
export async function nameLead(context: Context, { case: id, account, why }: NamedLead): Promise<NamedLead> {
  const { query, reader, audit } = context
  needRole(reader, STEWARDS)
  const file = id.toLowerCase()
  const agency = reader.agency?.id
  if (agency === undefined) throw new ProofmarkError('not_found', { what: id })
  await takeTurn(context, file)
  const name = await query
    .selectFrom('case_name')
    .select('reference')
    .where('case_id', '=', file)
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  if (!name) throw new ProofmarkError('not_found', { what: id })
  const person = (await casePeople(context)).find((each) => each.account === account.toLowerCase())
  if (person?.agency !== agency) throw new ProofmarkError('case_person_unfit', { name: person?.name ?? account })
  const leads = (await membersOf(context, [file])).find((each) => each.account === person.account)
  if ((await casesWithoutLead(context, agency, file)).length === 0) {
    // Sent twice, it is done.
    if (leads?.inside && leads.part === 'lead') return { case: file, account: person.account, why }
    throw new ProofmarkError('case_lead_there', { case: name.reference })
  }
  // The class in which people of this agency write in the case was made when it opened.
  const known = await query
    .selectFrom('visibility')
    .select(['handling', 'source_visibility as visibility'])
    .where('compartment_id', '=', file)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await internCaseClass(context, agency, file, known as Parameters<typeof internCaseClass>[3])
  await sayMember(context, { compartment: file, account: person.account, part: 'lead', until: null, why })
  await audit({ action: 'case.lead_named', subjects: [file, person.account], body: { reference: name.reference, why } })
  return { case: file, account: person.account, why }
}
