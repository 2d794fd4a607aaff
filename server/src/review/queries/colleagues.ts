import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

export interface Colleague {
  readonly account: string
  readonly name: string
}

/** Who else of the reader's agency may judge, by name. Throws `role_needed`. */
export async function colleagues({ client, reader }: Context): Promise<Colleague[]> {
  needRole(reader, DESKS)
  const { rows } = await client.query<Colleague>(
    `SELECT DISTINCT a.id AS account, a.name FROM account a JOIN account_role r ON r.account_id = a.id
     WHERE a.kind = 'person' AND a.disabled_at IS NULL AND a.agency_id = $1 AND a.id <> $2 AND r.role = ANY ($3::text[])
     ORDER BY a.name`,
    [reader.agency?.id ?? null, reader.account, [...DESKS]],
  )
  return rows
}
