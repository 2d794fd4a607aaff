import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { needAgency } from '../policy/agency.ts'
import { needRole } from '../policy/role.ts'
import { findAgency } from './add-agency.ts'
import { eligiblePeople, type NamedOfficer } from './name-officer.ts'

/**
 * Names the officer to whom findings against the custody of an agency go first, in place of the one before; what waits
 * goes to them. An inspectorate may oversee, so they may work for another agency; nobody names themselves. Throws
 * `role_needed`, `agency_unknown`, `not_your_agency`, `oversees_oneself`, and `value_not_listed` where nobody of that name
 * works with records, which lists the agency's own people alone.
 */
export async function nameOverseer(context: Context, { agency: name, officer }: NamedOfficer): Promise<void> {
  const { query, reader, audit } = context
  needRole(reader, ['data_steward'])
  const agency = await findAgency(context, name)
  if (!agency) throw new ProofmarkError('agency_unknown', { value: name })
  needAgency(reader, agency)
  const people = (await eligiblePeople(context)).filter(({ id }) => id !== reader.account)
  if (officer === reader.name) throw new ProofmarkError('oversees_oneself', { agency: name })
  const named = people.find((each) => each.name === officer)
  if (!named) {
    const own = people.filter((each) => each.agency === agency.id)
    const accepted = own.map((each) => each.name).join(', ')
    throw new ProofmarkError('value_not_listed', { field: 'officer', value: officer, accepted })
  }
  await query.updateTable('agency').set({ oversight_account_id: named.id }).where('id', '=', agency.id).execute()
  await audit({ action: 'agency.overseer_named', subjects: [agency.id, named.id], body: { officer: named.name } })
}
