import { LEAVING_REASONS } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { CaseLetInRequest } from '@proofmark/contract/schemas/case'
import type { Context } from '../../access/context.ts'
import { needPart } from '../policy/case-part.ts'
import type { CaseFile } from '../queries/case-file.ts'
import { casePeople, membersOf } from '../queries/members.ts'
import { internCaseClass } from './case-classes.ts'
import { holdCase, needInner } from './hold-case.ts'
import { sayMember } from './say-member.ts'

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null ? other : other === null || one < other ? one : other

async function needPerson(context: Context, account: string): Promise<string> {
  const person = (await casePeople(context)).find((each) => each.account === account)
  if (!person?.agency) throw new ProofmarkError('case_person_unfit', { name: person?.name ?? account })
  return person.agency
}

/** Somebody is let in for a reason in words; let out for one in words, or one of the list, or both. */
function needReason({ part, why, leaving }: CaseLetInRequest): void {
  if (part !== 'none' && leaving !== undefined)
    throw new ProofmarkError('value_not_listed', { field: 'part', value: part, accepted: 'none' })
  if (why !== undefined || leaving !== undefined) return
  const accepted = part === 'none' ? `1 – 500; ${LEAVING_REASONS.join(', ')}` : '1 – 500'
  throw new ProofmarkError('value_not_listed', { field: 'why', value: '', accepted })
}

/** Whoever leaves a case leaves its compartments; whoever may stay until a day may stay in none of them longer. */
async function followInside(
  context: Context,
  file: CaseFile,
  input: CaseLetInRequest,
  until: Date | null,
): Promise<void> {
  const { leaving, why = '' } = input
  const inner = await context.query
    .selectFrom('compartment')
    .select('id')
    .where('case_id', '=', file.id)
    .where('id', '<>', file.id)
    .execute()
  const members = await membersOf(
    context,
    inner.map(({ id }) => id),
  )
  for (const { compartment, account, part, until: theirs, inside } of members) {
    if (account !== input.account || !inside) continue
    const next = earlier(until, theirs)
    if (input.part === 'none')
      await sayMember(context, { compartment, account, part: 'none', until: null, why, leaving })
    else if (next?.getTime() !== theirs?.getTime())
      await sayMember(context, { compartment, account, part, until: next, why })
  }
}

/**
 * Lets somebody into a case or one of its compartments, changes their part, or ends it. The lead of a case is handed over,
 * never given; a compartment is for those who are in the case. Throws `role_needed`, `not_found`, `case_part_needed`,
 * `case_person_unfit`, `case_last_lead`, `value_not_listed`.
 */
export async function letIn(context: Context, input: CaseLetInRequest): Promise<string> {
  const { now, audit } = context
  const { part, why = '', leaving } = input
  needReason(input)
  const { file } = await holdCase(context, input, 'member', ['open', 'closed', 'archived'])
  const compartment = input.compartment?.toLowerCase() ?? file.id
  const account = input.account.toLowerCase()
  const inner = compartment !== file.id
  if (inner) await needInner(context, file, compartment, 'lead')
  else await needPart(context, file.id, 'lead')
  if (!inner && input.part === 'lead')
    throw new ProofmarkError('value_not_listed', { field: 'part', value: 'lead', accepted: 'member, reader, none' })
  const asked = input.until === undefined ? null : new Date(input.until)
  if (asked !== null && asked <= now)
    throw new ProofmarkError('value_not_listed', {
      field: 'until',
      value: input.until!,
      accepted: `${now.toISOString()} – …`,
    })
  const members = await membersOf(context, [compartment, file.id])
  const before = members.find((each) => each.account === account && each.compartment === compartment)
  if (input.part === 'none') {
    if (!before?.inside) return file.id
    const leads = members.filter((each) => each.compartment === compartment && each.inside && each.part === 'lead')
    if (before.part === 'lead' && leads.length === 1) throw new ProofmarkError('case_last_lead')
  } else {
    const agency = await needPerson(context, account)
    const inCase = members.find((each) => each.account === account && each.compartment === file.id)
    if (inner && !inCase?.inside) throw new ProofmarkError('case_person_unfit', { name: inCase?.name ?? account })
    if (before?.inside && before.part === 'lead' && !inner) throw new ProofmarkError('case_last_lead')
    await internCaseClass(context, agency, compartment, file)
  }
  const bound = inner ? members.find((each) => each.account === account && each.compartment === file.id)?.until : null
  const until = input.part === 'none' ? null : earlier(asked, bound ?? null)
  if (before && before.part === input.part && before.until?.getTime() === until?.getTime()) return file.id
  await sayMember(context, { compartment, account, part, until, why, leaving })
  if (!inner) await followInside(context, file, { ...input, account }, until)
  await audit({
    action: 'case.let_in',
    subjects: [file.id, ...(inner ? [compartment] : []), account],
    body: { part, until: until?.toISOString() ?? null, why, leaving: leaving ?? null },
  })
  return file.id
}
