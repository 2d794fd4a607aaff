import { ProofmarkError } from '@proofmark/contract/errors'
import { STEWARDS } from '@proofmark/contract/route'
import type { lawTextRequest } from '@proofmark/contract/schemas/law-text'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { stewardsAgency } from '../../records/policy/stewards-agency.ts'
import { lawTexts } from '../queries/law-texts.ts'

export type LawTextInput = z.output<typeof lawTextRequest>

/**
 * Saves a provision by which firearms are illicit, for the steward’s agency or for the whole state; what was said before stays.
 * Throws `role_needed`, `agency_unknown`, `not_your_agency`, `value_not_listed` for a day on which it ends before it begins, and
 * `not_found` where the identifier is another agency’s provision.
 */
export async function saveLawText(context: Context, said: LawTextInput): Promise<Date> {
  const { query, reader, audit } = context
  needRole(reader, STEWARDS)
  const { of, ground, language, provision, validFrom, validTo, removed } = said
  const id = said.id.toLowerCase()
  const agency = of === 'state' ? null : (await stewardsAgency(context, said.agency)).id
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new ProofmarkError('value_not_listed', { field: 'validTo', value: validTo, accepted: `${validFrom} – …` })
  const before = (await lawTexts(context)).find((text) => text.id === id)
  if (before && (before.agency?.id ?? null) !== agency) throw new ProofmarkError('not_found', { what: id })
  const row = { ground, language, provision: provision.trim(), removed, valid_from: validFrom, valid_to: validTo }
  const { at } = await query
    .insertInto('law_text')
    .values({ id, agency_id: agency, ...row, saved_by: reader.account })
    .returning('saved_at as at')
    .executeTakeFirstOrThrow()
  await audit({ action: 'law_text.saved', subjects: [id], body: { ground, language, removed } })
  return at
}
