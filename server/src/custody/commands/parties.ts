import { ProofmarkError } from '@proofmark/contract/errors'
import type { CustodySide } from '@proofmark/contract/schemas/custody'
import { sql } from 'kysely'
import type { Context, Reader } from '../../access/context.ts'
import type { Exhibit } from '../queries/exhibit.ts'
import { exhibitCalled } from '../queries/exhibit-names.ts'
import { type CustodyParty, isSameParty } from '../rules/custody-event.ts'
import type { Standing } from '../rules/judge-chain.ts'
import type { StatedParty } from '../rules/statement.ts'

/** The reader as one side; whoever runs the machine acts for the agency that recovered it. */
export const readerSide = ({ account, agency }: Reader, exhibit: Pick<Exhibit, 'agency'>): CustodyParty => ({
  account,
  agency: agency?.id ?? exhibit.agency,
  outside: null,
})

export const statedOf = (party: CustodyParty | null): StatedParty | null =>
  party && { account: party.account, agency: party.agency, outside: party.outside !== null }

/** The one that is written so; else the only one whose name differs in small and large letters alone. */
function calledSo<Named extends { readonly name: string }>(all: readonly Named[], name: string): Named | null {
  const exactly = all.find((each) => each.name === name)
  return exactly ?? (all.length === 1 ? all[0]! : null)
}

/**
 * The side that is named: a person or an agency of this installation, or somebody outside. Throws `custody_side_unknown`, in the same
 * words for a person of another agency and one that there is not.
 */
export async function needSide({ query }: Context, named: CustodySide): Promise<CustodyParty> {
  const { account, agency, person = null, organisation = null } = named
  const unknown = () => new ProofmarkError('custody_side_unknown', { value: account ?? agency ?? '' })
  if (account === undefined && agency === undefined) {
    if (person === null && organisation === null) throw unknown()
    return { account: null, agency: null, outside: { person, organisation } }
  }
  const found =
    agency === undefined
      ? null
      : calledSo(
          await query
            .selectFrom('agency')
            .select(['id', 'name'])
            .where(sql<boolean>`lower(name) = lower(${agency.trim()})`)
            .execute(),
          agency,
        )
  if (agency !== undefined && !found) throw unknown()
  if (account === undefined) return { account: null, agency: found!.id, outside: null }
  const who = calledSo(
    await query
      .selectFrom('account')
      .select(['id', 'name', 'agency_id as agency'])
      .where(sql<boolean>`lower(name) = lower(${account.trim()})`)
      .where('disabled_at', 'is', null)
      .execute(),
    account,
  )
  if (!who?.agency || (found && found.id !== who.agency)) throw unknown()
  return { account: who.id, agency: who.agency, outside: null }
}

/** Has the reader this exhibit by the record: it is theirs, or lies in a place of their agency that they manage? */
export function hasCustody(reader: Reader, exhibit: Exhibit, { custodian, storage }: Standing): boolean {
  if (custodian === null) return false
  const own = readerSide(reader, exhibit)
  if (reader.installer || isSameParty(custodian, own)) return true
  const manages = reader.roles.includes('exhibit_manager') && custodian.agency === own.agency
  return manages && storage !== null
}

/** Throws `custody_not_yours`. */
export async function needCustody(context: Context, exhibit: Exhibit, standing: Standing): Promise<void> {
  if (!hasCustody(context.reader, exhibit, standing))
    throw new ProofmarkError('custody_not_yours', { exhibit: await exhibitCalled(context, exhibit.id) })
}
