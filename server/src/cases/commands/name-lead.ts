import { ProofmarkError } from '@proofmark/contract/errors'
import { STEWARDS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CasePerson, casePeople, membersOf } from '../queries/members.ts'
import { type CaseWithoutLead, casesWithoutLead } from '../queries/without-lead.ts'
import { internCaseClass } from './case-classes.ts'
import { takeTurn } from './hold-case.ts'
import { sayMember } from './say-member.ts'

/** The cases of the reader's agency, and compartments that it led, that nobody can lead any more, and whom to name. Throws `role_needed`. */
export async function listWithoutLead(
  context: Context,
): Promise<{ readonly cases: readonly CaseWithoutLead[]; readonly people: readonly CasePerson[] }> {
  const { reader, audit } = context
  needRole(reader, STEWARDS)
  const agency = reader.agency?.id
  const cases = agency === undefined ? [] : await casesWithoutLead(context, agency)
  await audit({
    action: 'case.without_lead_listed',
    subjects: cases.flatMap(({ id, compartment }) => (compartment === null ? [id] : [id, compartment])),
    body: { references: cases.map(({ reference }) => reference) },
  })
  return { cases, people: (await casePeople(context)).filter((person) => person.agency === agency) }
}

export interface NamedLead {
  readonly case: string
  /** Of a compartment within the case; absent for the case as such. */
  readonly compartment?: string | undefined
  readonly account: string
  readonly why: string
}

/** What the agency calls the case; null for a compartment of a case that was never its own. Throws `not_found`. */
async function nameOf({ query }: Context, file: string, agency: string, inner: boolean): Promise<string | null> {
  const name = await query
    .selectFrom('case_name')
    .select('reference')
    .where('case_id', '=', file)
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  if (!name && !inner) throw new ProofmarkError('not_found', { what: file })
  return name?.reference ?? null
}

/** The class in which people of the agency write there; handling and visibility are those of what was written there before. */
async function internClass(context: Context, agency: string, place: string): Promise<void> {
  const known = await context.query
    .selectFrom('visibility')
    .select(['handling', 'source_visibility as visibility'])
    .where('compartment_id', '=', place)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await internCaseClass(context, agency, place, known as Parameters<typeof internCaseClass>[3])
}

/**
 * Names somebody of the agency to lead a case whose lead has gone, or a compartment within one; for that they have to be in the
 * case. The steward learns nothing but the reference, leads nothing themselves, and the reason stands among the members.
 * Throws `role_needed`, `not_found`, `case_lead_there`, `case_lead_own`, `case_person_unfit`.
 */
export async function nameLead(context: Context, { case: id, why, ...named }: NamedLead): Promise<NamedLead> {
  const { reader, audit } = context
  needRole(reader, STEWARDS)
  const [file, account] = [id.toLowerCase(), named.account.toLowerCase()]
  const place = named.compartment?.toLowerCase() ?? file
  const agency = reader.agency?.id
  if (agency === undefined) throw new ProofmarkError('not_found', { what: id })
  await takeTurn(context, file)
  const inner = place !== file
  const reference = await nameOf(context, file, agency, inner)
  if (account === reader.account) throw new ProofmarkError('case_lead_own')
  const person = (await casePeople(context)).find((each) => each.account === account)
  if (person?.agency !== agency) throw new ProofmarkError('case_person_unfit', { name: person?.name ?? account })
  const done: NamedLead = { case: file, ...(inner && { compartment: place }), account, why }
  const [without] = (await casesWithoutLead(context, agency, place)).filter((each) => each.id === file)
  if (!without) {
    // Sent twice, it is done.
    const before = (await membersOf(context, [place])).find((each) => each.account === account)
    if (before?.inside && before.part === 'lead') return done
    // Of a compartment that is none of theirs a steward learns no more than that there is nothing to name.
    if (inner) throw new ProofmarkError('not_found', { what: place })
    throw new ProofmarkError('case_lead_there', { case: reference ?? '' })
  }
  if (without.people && !without.people.includes(account))
    throw new ProofmarkError('case_person_unfit', { name: person.name })
  await internClass(context, agency, place)
  await sayMember(context, { compartment: place, account, part: 'lead', until: null, why })
  await audit({
    action: 'case.lead_named',
    subjects: [file, ...(inner ? [place] : []), account],
    body: { reference, why },
  })
  return done
}
