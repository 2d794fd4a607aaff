import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly disabled: boolean
  /** Identifier of the agency that the person works for; null for none. */
  readonly agency: string | null
  readonly linkIssuedBy: string | null
}

/** The person of this account, held until the transaction ends. Throws `not_found`; no process and no shell is a person. */
export async function holdPerson({ client }: Context, account: string): Promise<Person> {
  const { rows } = await client.query<Person>(
    `SELECT a.id, a.name, a.disabled_at IS NOT NULL AS disabled, a.agency_id AS agency, s.link_issued_by AS "linkIssuedBy"
     FROM account a LEFT JOIN account_sign_in s ON s.account_id = a.id
     WHERE a.id = $1 AND a.kind = 'person' FOR UPDATE OF a`,
    [account],
  )
  const [person] = rows
  if (!person) throw new ProofmarkError('not_found', { what: account })
  return person
}

/** The account of a person of this name. Throws `not_found`. */
export async function accountNamed({ query }: Context, name: string): Promise<string> {
  const found = await query
    .selectFrom('account')
    .select('id')
    .where('name', '=', name)
    .where('kind', '=', 'person')
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: name })
  return found.id
}
