import type { Context } from '../../access/context.ts'

/** Which version of a record stands, and the hash of what it says; both null where none stands any more. */
export interface Head {
  readonly vis: number
  readonly version: string | null
  readonly hash: Buffer | null
}

/** The heads of these records, by identifier. */
export async function recordHeads({ client }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Head>> {
  const { rows } = await client.query<Head & { id: string }>(
    `SELECT r.id, r.vis, r.version, v.content_hmac AS hash
     FROM record r LEFT JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, ...head }) => [id, head]))
}

/** The holders of one entry of a register, one record after the other. */
export interface Succession {
  /** The record of the last holder of whom a version stands, where it is not the first. */
  readonly last: { readonly id: string; readonly succession: number } | null
  /** All of them of whom a version stands, but for the first. */
  readonly standing: readonly string[]
  /** How many holders the entry ever had, those that were taken back included. */
  readonly length: number
}

/** The successions of these first records that have more than one holder. */
export async function successions(
  { client }: Context,
  firsts: readonly string[],
): Promise<ReadonlyMap<string, Succession>> {
  const { rows } = await client.query<{ id: string; first: string; succession: number; version: string | null }>(
    `SELECT id, first_id AS first, succession, version FROM record WHERE first_id = ANY ($1::uuid[])
     ORDER BY succession`,
    [firsts],
  )
  const found = new Map<string, Succession>()
  for (const { id, first, succession, version } of rows) {
    const { last = null, standing = [] } = found.get(first) ?? {}
    const stands = version !== null
    found.set(first, {
      last: stands ? { id, succession } : last,
      standing: stands ? [...standing, id] : standing,
      length: succession,
    })
  }
  return found
}
