import { TRACERS } from '@proofmark/contract/route'
import type { TraceContactRequest } from '@proofmark/contract/schemas/trace-book'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * Saves an entry of the book of contacts, says that it was verified on another day, or that nobody is to ask there any more;
 * what was said before stays. Throws `role_needed`.
 */
export async function saveContact({ query, reader, audit }: Context, said: TraceContactRequest): Promise<Date> {
  needRole(reader, TRACERS)
  const { id, country, partner, kind, role, contact, removed } = said
  const { at } = await query
    .insertInto('trace_contact')
    .values({ id, country, partner, kind, role, contact: JSON.stringify(contact), removed, saved_by: reader.account })
    .returning('saved_at as at')
    .executeTakeFirstOrThrow()
  await audit({ action: 'trace.contact_saved', subjects: [id], body: { country, agency: contact.agency } })
  return at
}
