import pg from 'pg'

/** The ties of a graph in flat arrays: of each node its neighbours, one after the other. */
export interface FlatGraph {
  readonly numbers: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** The ties that may be read in these visibility classes, and whose ends may be too. */
const SEEN = `
  WITH seen AS (
    SELECT id FROM (
      SELECT id, vis FROM thing UNION ALL SELECT id, vis FROM case_file UNION ALL SELECT id, vis FROM record
    ) node WHERE vis = ANY ($1::int4[])
  )
  SELECT t.node_id, t.other_id FROM tie t
  WHERE t.withdrawn_at IS NULL AND t.vis = ANY ($1::int4[])
    AND t.node_id IN (SELECT id FROM seen) AND t.other_id IN (SELECT id FROM seen)
  ORDER BY t.node_id`

/** Reads into memory what a reader of these visibility classes may see of all ties. */
export async function readFlat(url: string, classes: readonly number[]): Promise<FlatGraph> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<[string, string]>({
      text: SEEN,
      values: [classes],
      rowMode: 'array',
    })
    const numbers = new Map<string, number>()
    for (const ids of rows) for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size)
    const starts = new Uint32Array(numbers.size + 1)
    for (const [id] of rows) starts[numbers.get(id)! + 1]!++
    for (let at = 0; at < numbers.size; at++) starts[at + 1]! += starts[at]!
    const places = starts.slice()
    const ends = new Uint32Array(rows.length)
    for (const [id, other] of rows) ends[places[numbers.get(id)!]!++] = numbers.get(other)!
    return { numbers, starts, ends }
  } finally {
    await client.end()
  }
}

/** How many nodes are within so many steps, or how far one is from another: by breadth, in memory. */
export function breadthFirst(
  { numbers, starts, ends }: FlatGraph,
  from: string,
  steps: number,
  to: string | null,
): number | null {
  const goal = to === null ? -1 : numbers.get(to)!
  const seen = new Set([numbers.get(from)!])
  let frontier = [...seen]
  for (let step = 1; step <= steps; step++) {
    const reached: number[] = []
    for (const node of frontier)
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const end = ends[at]!
        if (end === goal) return step
        if (seen.has(end)) continue
        seen.add(end)
        reached.push(end)
      }
    frontier = reached
  }
  return to === null ? seen.size : null
}

/** The node of these that lies farthest from another within so many steps, of several the first by its name; null where none does. */
export function farthest(
  { numbers, starts, ends }: FlatGraph,
  from: string,
  steps: number,
  of: ReadonlySet<string>,
): string | null {
  const names = new Map([...of].flatMap((id) => (numbers.has(id) ? [[numbers.get(id)!, id] as const] : [])))
  const seen = new Set([numbers.get(from)!])
  let frontier = [...seen]
  let found: string | null = null
  for (let step = 1; step <= steps; step++) {
    frontier = frontier
      .flatMap((node) => [...ends.subarray(starts[node]!, starts[node + 1]!)])
      .filter((node) => !seen.has(node))
    for (const node of frontier) seen.add(node)
    const known = frontier.flatMap((node) => names.get(node) ?? []).sort()
    if (step > 1 && known[0] !== undefined) found = known[0]
  }
  return found
}
