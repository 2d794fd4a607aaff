import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../context.ts'
import { needAgency } from '../policy/agency.ts'
import { needRole } from '../policy/role.ts'
import { findAgency } from './add-agency.ts'

export interface NamedOfficer {
  readonly agency: string
  /** Name of the account. */
  readonly officer: string
}

/**
 * The refusal of a name that nobody bears who could be named. It lists the agency's own people alone, and in the same
 * words for a person of another agency and one who does not exist.
 */
export function notNameable(value: string, agency: string, own: readonly string[]): ProofmarkError {
  if (own.length === 0) return new ProofmarkError('nobody_to_name', { value, agency })
  return new ProofmarkError('value_not_listed', { field: 'officer', value, accepted: own.join(', ') })
}

/** People to whom the list of notices is open: an officer without such a role would never hear of anything. */
export async function eligiblePeople({ query }: Context) {
  return query
    .selectFrom('account')
    .select(['account.id', 'account.name', 'account.agency_id as agency'])
    .where('account.kind', '=', 'person')
    .where('account.disabled_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('account_role')
          .select('role')
          .whereRef('account_role.account_id', '=', 'account.id')
          .where('role', 'in', READERS),
      ),
    )
    .orderBy('account.name')
    .execute()
}

/**
 * Names the officer of an agency who alone hears of matches with its silent sources, in place of the one before. Throws
 * `role_needed`, `agency_unknown`, `not_your_agency`, and `value_not_listed` or `nobody_to_name` where nobody of that name
 * works with the agency's records.
 */
export async function nameOfficer(context: Context, { agency: name, officer }: NamedOfficer): Promise<void> {
  const { query, reader, audit } = context
  needRole(reader, ['data_steward'])
  const agency = await findAgency(context, name)
  if (!agency) throw new ProofmarkError('agency_unknown', { value: name })
  needAgency(reader, agency)
  const people = (await eligiblePeople(context)).filter((each) => each.agency === agency.id)
  const named = people.find((each) => each.name === officer)
  if (!named)
    throw notNameable(
      officer,
      agency.name,
      people.map((each) => each.name),
    )
  await query.updateTable('agency').set({ deconfliction_account_id: named.id }).where('id', '=', agency.id).execute()
  await audit({ action: 'agency.officer_named', subjects: [agency.id, named.id], body: { officer: named.name } })
}
