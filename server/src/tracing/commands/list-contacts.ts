import { ProofmarkError } from '@proofmark/contract/errors'
import { ASKERS } from '@proofmark/contract/route'
import { CONTACT_KINDS, type ContactKind } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type SavedContact, standingContacts } from '../queries/trace-book.ts'

export interface ContactsAsked {
  readonly country: string | null
  readonly kind: ContactKind | null
  /** Those to be verified again: last verified before this day, `YYYY-MM-DD`, or never. */
  readonly verifiedBefore: string | null
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** What is asked of the book, of texts that somebody typed. Throws `value_not_listed`. */
export function contactQuery(typed: {
  readonly country?: string | undefined
  readonly kind?: string | undefined
  readonly verifiedBefore?: string | undefined
}): ContactsAsked {
  const { country = null, verifiedBefore = null } = typed
  const kind = CONTACT_KINDS.find((each) => each === typed.kind) ?? null
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    throw new ProofmarkError('value_not_listed', {
      field: 'country',
      value: country.slice(0, 80),
      accepted: 'XA, XB, …',
    })
  if (typed.kind !== undefined && kind === null)
    throw new ProofmarkError('value_not_listed', {
      ...{ field: 'kind', value: typed.kind.slice(0, 80), accepted: CONTACT_KINDS.join(', ') },
    })
  if (verifiedBefore !== null && !isDay(verifiedBefore))
    throw new ProofmarkError('value_not_listed', {
      ...{ field: 'verifiedBefore', value: verifiedBefore.slice(0, 80), accepted: '2026-11-29' },
    })
  return { country, kind, verifiedBefore }
}

/**
 * The book of contacts as it stands, or those of a country, of a kind, or to be verified again: what was verified longest ago
 * first then, and before all what never was. Throws `role_needed`.
 */
export async function listContacts(context: Context, asked: ContactsAsked): Promise<SavedContact[]> {
  needRole(context.reader, ASKERS)
  const { country, kind, verifiedBefore } = asked
  const found = (await standingContacts(context)).filter(
    (each) => (country === null || each.country === country) && (kind === null || each.kind === kind),
  )
  if (verifiedBefore === null) return found
  const verified = ({ contact }: SavedContact) => contact.verified ?? ''
  return found
    .filter((each) => verified(each) < verifiedBefore)
    .sort((one, other) => (verified(one) < verified(other) ? -1 : verified(one) > verified(other) ? 1 : 0))
}
