import type { Context } from '../../access/context.ts'
import type { PersonValue } from '../rules/mapped-row.ts'

/** The persons whom a version of a record names; those that were lawfully erased are not among them. */
export async function personsOfVersion({ query }: Context, record: string, version: string): Promise<PersonValue[]> {
  return query
    .selectFrom('record_person')
    .select(['field', 'role', 'value'])
    .where('record_id', '=', record)
    .where('version', '=', version)
    .orderBy('field')
    .execute()
}

/** In which roles a version of a record names persons, each once; nothing of the persons themselves. */
export async function personRoles({ query }: Context, record: string, version: string): Promise<string[]> {
  const rows = await query
    .selectFrom('record_person')
    .select('role')
    .distinct()
    .where('record_id', '=', record)
    .where('version', '=', version)
    .orderBy('role')
    .execute()
  return rows.map(({ role }) => role)
}
