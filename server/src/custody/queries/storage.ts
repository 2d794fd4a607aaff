import type { Context } from '../../access/context.ts'

export interface StoragePlace {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  /** From the building to the shelf. */
  readonly path: string
  readonly exhibits: number
}

interface Row {
  id: string
  parent: string | null
  name: string
  exhibits: number
}

function pathOf(row: Row, byId: ReadonlyMap<string, Row>): string {
  const names: string[] = []
  for (
    let at: Row | undefined = row;
    at && names.length < 20;
    at = at.parent === null ? undefined : byId.get(at.parent)
  )
    names.unshift(at.name)
  return names.join(' / ')
}

/** All storage places that the reader may see, in the order of their paths. */
export async function storagePlaces({ client }: Context): Promise<StoragePlace[]> {
  const { rows } = await client.query<Row>(
    `SELECT p.id, p.parent_id AS parent, p.name,
       (SELECT count(*)::int FROM custody_standing s WHERE s.storage_id = p.id AND s.ended IS NULL) AS exhibits
     FROM storage_place p`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const places = rows.map((row) => ({ ...row, path: pathOf(row, byId) }))
  return places.sort((one, other) =>
    one.path < other.path ? -1 : one.path > other.path ? 1 : one.id < other.id ? -1 : 1,
  )
}

/** A place and all within it. */
export function within(places: readonly StoragePlace[], root: string): Set<string> {
  const inside = new Set([root])
  for (let grown = true; grown; ) {
    const more = places.filter(({ id, parent }) => !inside.has(id) && parent !== null && inside.has(parent))
    for (const { id } of more) inside.add(id)
    grown = more.length > 0
  }
  return inside
}
