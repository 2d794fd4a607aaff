import type { TraceContactRequest, TraceTerms } from '@proofmark/contract/schemas/trace-book'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { AddresseeRole } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { findPartner } from '../../exchange/queries/find-partner.ts'
import { DEFAULT_TERMS, type Terms } from '../rules/requests/clocks.ts'

export interface SavedTerms {
  readonly terms: TraceTerms
  readonly by: string
  readonly at: Date
}

/** The deadlines that stand, by partner. */
export async function standingTerms({ client }: Context): Promise<SavedTerms[]> {
  const { rows } = await client.query<SavedTerms>(
    `SELECT DISTINCT ON (t.partner) t.terms, a.name AS by, t.saved_at AS at
     FROM trace_terms t JOIN account a ON a.id = t.saved_by ORDER BY t.partner, t.number DESC`,
  )
  return rows
}

/**
 * What counts for requests to and from each of these partners: its agreement between nodes, in force at this moment; else
 * what was saved for it; else the default.
 */
export async function termsByPartner(
  context: Context,
  partners: readonly (string | null)[],
): Promise<(partner: string | null) => Terms> {
  const known = new Map<string, Terms>((await standingTerms(context)).map(({ terms }) => [terms.partner, terms]))
  for (const partner of new Set(partners)) {
    const agreement = partner === null ? null : (await findPartner(context, partner, context.now))?.agreement
    if (partner !== null && agreement) known.set(partner, agreement.terms)
  }
  return (partner) => known.get(partner ?? '') ?? DEFAULT_TERMS
}

export interface SavedContact extends TraceContactRequest {
  readonly by: string
  readonly at: Date
  /** Who first said that it was verified on the day that it states. */
  readonly verifiedBy: string | null
}

/** The book of contacts as it stands, by country, the last verified first. */
export async function standingContacts({ client }: Context): Promise<SavedContact[]> {
  const { rows } = await client.query<SavedContact>(
    `SELECT * FROM (
       SELECT DISTINCT ON (c.id) c.id, c.country, c.partner, c.kind, c.role, c.contact, c.removed, a.name AS by,
         c.saved_at AS at,
         (SELECT v.name FROM trace_contact f JOIN account v ON v.id = f.saved_by
          WHERE f.id = c.id AND f.contact ->> 'verified' = c.contact ->> 'verified' ORDER BY f.number LIMIT 1) AS "verifiedBy"
       FROM trace_contact c JOIN account a ON a.id = c.saved_by ORDER BY c.id, c.number DESC
     ) AS standing
     WHERE NOT removed
     ORDER BY country, contact ->> 'verified' DESC NULLS LAST, id`,
  )
  return rows
}

/** Whom to ask in a country as what: the contact point of that role, else the one of none, the last verified first. */
export async function contactFor(
  context: Context,
  country: string | null,
  partner: string | null,
  role: AddresseeRole | null,
): Promise<Contact | null> {
  const points = (await standingContacts(context)).filter(
    (each) => each.kind === 'contact_point' && each.country === country && (each.partner ?? partner) === partner,
  )
  const found = points.find((each) => each.role === role) ?? points.find((each) => each.role === null)
  if (found || partner === null) return found?.contact ?? null
  return (await findPartner(context, partner, context.now))?.contacts[0] ?? null
}
