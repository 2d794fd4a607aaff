import type { Context } from '../../access/context.ts'

export interface Reach {
  readonly file: string
  /** Where it is said: the case as such, or a compartment of it. */
  readonly compartment: string
  /** The entry that says it, which builds upon nothing that comes of itself. */
  readonly entry: string
}

/**
 * Of what an entry says it builds upon, the first that not everybody who reads the entry may read: neither of the case as
 * such nor of the entry's own compartment, or nothing of this case at all. Null where there is none.
 */
export async function outOfReach(
  { client }: Context,
  { file, compartment, entry }: Reach,
  about: readonly string[],
): Promise<string | null> {
  if (about.length === 0) return null
  const { rows } = await client.query<{ readonly id: string }>(
    `SELECT e.id FROM case_entry e JOIN visibility v ON v.id = e.vis
     WHERE e.case_id = $1 AND e.id = ANY ($2::uuid[]) AND e.id <> $4 AND v.compartment_id = ANY ($3::uuid[])
     UNION ALL
     SELECT d.id FROM case_document d JOIN visibility v ON v.id = d.vis
     WHERE d.case_id = $1 AND d.id = ANY ($2::uuid[]) AND v.compartment_id = ANY ($3::uuid[])`,
    [file, about, [file, compartment], entry],
  )
  const found = new Set(rows.map(({ id }) => id))
  return about.find((id) => !found.has(id.toLowerCase())) ?? null
}
