import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { casePersonName, membersOf } from '../queries/members.ts'
import { placeOfWithdrawn } from '../queries/withdrawn-place.ts'
import { internCaseClass, internNameClass } from './case-classes.ts'
import { holdCase } from './hold-case.ts'
import { nameCase } from './open-case.ts'
import { sayMember } from './say-member.ts'
import { writeCaseEntry } from './write-entry.ts'

const ANY_STATE = ['open', 'closed', 'archived'] as const

export interface Offer {
  readonly case: string
  readonly entry: string
  readonly to: string
  readonly why: string
}

/** Offers the lead of a case to somebody who is in it. Safe to repeat. Throws as `holdCase`, and `case_person_unfit`. */
export async function offerLead(context: Context, { case: id, entry, to, why }: Offer): Promise<string> {
  const { reader, audit } = context
  const { file } = await holdCase(context, { case: id }, 'lead', ANY_STATE)
  const person = (await membersOf(context, [file.id])).find(({ account }) => account === to.toLowerCase())
  if (!person?.inside || !person.able || person.agency === null || person.account === reader.account)
    throw new ProofmarkError('case_person_unfit', { name: person?.name ?? (await casePersonName(context, to)) })
  await internCaseClass(context, person.agency, file.id, file)
  await internNameClass(context, person.agency)
  const said = { kind: 'hand_over', to: person.account, toName: person.name, why } as const
  const { hash, written } = await writeCaseEntry(context, file, { entry, said })
  if (written)
    await audit({ action: 'case.hand_over_offered', subjects: [file.id, person.account], body: { why, hash } })
  return file.id
}

export interface OfferAnswer {
  readonly case: string
  readonly entry: string
  readonly offer: string
  readonly accept: boolean
  readonly why?: string | undefined
}

/**
 * Accepts the lead or declines it. Whoever led before stays a member; the case is then of the agency of its new lead, and
 * what others gave stays theirs. Safe to repeat. Throws as `holdCase`, and `case_offer_over`.
 */
export async function answerLead(context: Context, input: OfferAnswer): Promise<string> {
  const { query, reader, audit } = context
  const { file, standing } = await holdCase(context, { case: input.case }, 'reader', ANY_STATE)
  const answered = standing.offer === null
  const said = {
    kind: 'hand_over_answer',
    offer: input.offer.toLowerCase(),
    accepted: input.accept,
    why: input.why,
  } as const
  if (!answered && (standing.offer.id !== said.offer || standing.offer.said.to !== reader.account))
    throw new ProofmarkError('case_offer_over')
  const known = await query
    .selectFrom('case_entry')
    .select('id')
    .where('case_id', '=', file.id)
    .where('id', '=', input.entry.toLowerCase())
    .executeTakeFirst()
  if (answered && !known) throw new ProofmarkError('case_offer_over')
  const { hash, written } = await writeCaseEntry(context, file, { entry: input.entry, said })
  if (!written) return file.id
  if (input.accept) {
    const why = standing.offer?.said.why ?? ''
    for (const { account, inside, part } of await membersOf(context, [file.id]))
      if (inside && part === 'lead')
        await sayMember(context, { compartment: file.id, account, part: 'member', until: null, why })
    await sayMember(context, { compartment: file.id, account: reader.account, part: 'lead', until: null, why })
    if (reader.agency && reader.agency.id !== file.agency) {
      await query.updateTable('case_file').set({ agency_id: reader.agency.id }).where('id', '=', file.id).execute()
      // Whoever guards the data of the case is from now on its new agency's; what the old one took back stays its own.
      await query
        .updateTable('compartment')
        .set({ agency_id: reader.agency.id })
        .where('case_id', '=', file.id)
        .where('agency_id', '=', file.agency)
        .where('id', '<>', await placeOfWithdrawn(context, file.id, file.agency))
        .execute()
      await nameCase(context, file.id, file.reference)
    }
  }
  await audit({ action: 'case.hand_over_answered', subjects: [file.id], body: { accepted: input.accept, hash } })
  return file.id
}
