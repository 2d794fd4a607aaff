import { ROLES, type Role } from '@proofmark/contract/roles'
import type { Account } from '@proofmark/contract/schemas/account'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'
import { notSecondPerson, SECOND_PERSONS } from '../rules/second-person.ts'
import { USABLE } from './enrolled.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly agency: string | null
  readonly roles: string[]
  readonly disabled: boolean
  readonly usable: boolean
  readonly last: Date | null
  readonly linkIssuedBy: string | null
}

interface RequestRow {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly requestedBy: string
  readonly requester: string
  readonly at: Date
}

const LISTED = `
  SELECT a.id, a.name, g.name AS agency, a.disabled_at IS NOT NULL AS disabled, ${USABLE('a')} AS usable,
    s.last_sign_in_at AS last, s.link_issued_by AS "linkIssuedBy",
    coalesce((SELECT array_agg(role) FROM account_role r WHERE r.account_id = a.id), '{}') AS roles
  FROM account a LEFT JOIN agency g ON g.id = a.agency_id LEFT JOIN account_sign_in s ON s.account_id = a.id
  WHERE a.kind = 'person' ORDER BY a.name`

const WAITING = `
  SELECT r.id, r.account_id AS account, r.role, r.requested_by AS "requestedBy", a.name AS requester, r.requested_at AS at
  FROM role_request r JOIN account a ON a.id = r.requested_by WHERE r.verdict IS NULL ORDER BY r.requested_at, r.role`

const inOrder = (roles: readonly string[]): Role[] => ROLES.filter((role) => roles.includes(role))
const stateOf = ({ disabled, usable }: Row): Account['state'] =>
  disabled ? 'disabled' : usable ? 'enrolled' : 'invited'

/** The people of the installation by name, with the roles that wait for a second person. Throws `role_needed`. */
export async function listAccounts({ client, reader }: Context): Promise<Account[]> {
  needRole(reader, SECOND_PERSONS)
  const { rows } = await client.query<Row>(LISTED)
  const waiting = (await client.query<RequestRow>(WAITING)).rows
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    agency: row.agency,
    roles: inOrder(row.roles),
    requests: waiting
      .filter(({ account }) => account === row.id)
      .map(({ id, account, role, requestedBy, requester, at }) => ({
        id,
        role: role as Role,
        requestedBy: requester,
        requestedAt: at.toISOString(),
        mayConfirm:
          notSecondPerson(reader.account, { account, requestedBy, linkIssuedBy: row.linkIssuedBy }) === null &&
          !row.disabled,
      })),
    state: stateOf(row),
    lastSignInAt: row.last?.toISOString() ?? null,
  }))
}
