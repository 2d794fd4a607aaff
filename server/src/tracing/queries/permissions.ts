import type { Context } from '../../access/context.ts'
import type { NotedPermission } from '../rules/requests/permissions.ts'

/** A permission with who noted it and when. */
export interface KeptPermission extends NotedPermission {
  readonly notedBy: string
  readonly notedAt: Date
}

/** What was noted of permissions about messages of these requests, the first first. */
export async function permissionsOf({ client }: Context, requests: readonly string[]): Promise<KeptPermission[]> {
  const { rows } = await client.query<KeptPermission>(
    `SELECT p.message, p.audience, p.permitted, p.given_by AS "givenBy", p.given_on::text AS "givenOn",
       p.until::text AS until, p.reference, a.name AS "notedBy", p.noted_at AS "notedAt"
     FROM trace_permission p JOIN account a ON a.id = p.noted_by
     WHERE p.request_id = ANY ($1::uuid[]) ORDER BY p.request_id, p.message, p.audience, p.number`,
    [requests],
  )
  return rows
}
