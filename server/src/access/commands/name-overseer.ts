import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { needOverseerNaming } from '../policy/agency.ts'
import { findAgency } from './add-agency.ts'
import { eligiblePeople, notNameable } from './name-officer.ts'

export interface NamedOverseer {
  readonly agency: string
  /** Name of the account; null: nobody oversees the custody of the agency from now on. */
  readonly officer: string | null
}

/**
 * Names the officer to whom findings against the custody of an agency go first, in place of the one before; what waits
 * goes to them. An inspectorate may oversee, so they may work for another agency; nobody names themselves. Throws
 * `role_needed`, `agency_unknown`, `not_your_agency`, `oversees_oneself`, and `value_not_listed` or
 * `nobody_to_name` where nobody of that name works with records.
 */
export async function nameOverseer(context: Context, { agency: name, officer }: NamedOverseer): Promise<void> {
  const { query, reader, audit } = context
  const agency = await findAgency(context, name)
  needOverseerNaming(reader, agency)
  if (!agency) throw new ProofmarkError('agency_unknown', { value: name })
  if (officer === null) return nameNobody(context, agency.id)
  const people = (await eligiblePeople(context)).filter(({ id }) => id !== reader.account)
  if (officer === reader.name) throw new ProofmarkError('oversees_oneself', { agency: name })
  const named = people.find((each) => each.name === officer)
  if (!named) {
    const own = people.filter((each) => each.agency === agency.id)
    throw notNameable(
      officer,
      name,
      own.map((each) => each.name),
    )
  }
  await query.updateTable('agency').set({ oversight_account_id: named.id }).where('id', '=', agency.id).execute()
  await audit({ action: 'agency.overseer_named', subjects: [agency.id, named.id], body: { officer: named.name } })
}

/** What waits then waits for its day. Nothing is written where nobody oversaw it. */
async function nameNobody({ client, audit }: Context, agency: string): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT o.id, o.name FROM agency a JOIN account o ON o.id = a.oversight_account_id WHERE a.id = $1 FOR UPDATE OF a`,
    [agency],
  )
  const [before] = rows
  if (!before) return
  await client.query('UPDATE agency SET oversight_account_id = NULL WHERE id = $1', [agency])
  await audit({ action: 'agency.overseer_unnamed', subjects: [agency, before.id], body: { officer: before.name } })
}
