import { ProofmarkError } from '@proofmark/contract/errors'
import type { PersonRole } from '@proofmark/contract/profile-fields'
import type { Context } from '../../access/context.ts'
import { needSightOfPersons } from '../../access/policy/persons.ts'

/** A person whom a record names: in which role, by which of the source's columns, and when it is asked whether to keep it. */
export interface NamedPerson {
  readonly role: PersonRole
  readonly column: string
  readonly value: string
  readonly reviewOn: string
}

export interface ShownPersons {
  readonly record: string
  readonly version: string
  readonly persons: readonly NamedPerson[]
}

/**
 * Whom the standing version of a record names; those who were lawfully erased are not among them. It is an entry in the
 * log of its own, so that who saw a name, and why, can be told apart from who saw the firearm. Throws `not_found`, in
 * the same words for a record that is hidden and one that does not exist, `not_your_agency` and `role_needed`.
 */
export async function showPersons(context: Context, record: string): Promise<ShownPersons> {
  const { query, audit, reader, now } = context
  const found = await query
    .selectFrom('record')
    .innerJoin('source', 'source.id', 'record.source_id')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .innerJoin('visibility', 'visibility.id', 'source.vis')
    .select(['record.version', 'agency.id as agencyId', 'agency.name as agency'])
    .select(['visibility.source_visibility as sourceVisibility', 'visibility.handling'])
    .where('record.id', '=', record)
    .where('record.version', 'is not', null)
    .executeTakeFirst()
  if (!found?.version) throw new ProofmarkError('not_found', { what: record })
  const { agencyId, agency, sourceVisibility, handling } = found
  needSightOfPersons(reader, { agency: { id: agencyId, name: agency }, sourceVisibility, handling }, now)
  const persons = await query
    .selectFrom('record_person')
    .select(['role', 'field as column', 'value', 'review_on as reviewOn'])
    .where('record_id', '=', record)
    .where('version', '=', found.version)
    .orderBy('field')
    .$narrowType<{ role: PersonRole }>()
    .execute()
  await audit({ action: 'record.persons_seen', subjects: [record] })
  return { record, version: found.version, persons }
}
