import type pg from 'pg'

/** A plain frontier loop in SQL over the same tables, without any rule of access: the ties alone, each level one statement. */
const NEXT = `SELECT DISTINCT other_id AS id FROM tie WHERE node_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL`

async function next(client: pg.ClientBase, frontier: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({ name: 'plain-next', text: NEXT, values: [frontier] })
  return rows.map(({ id }) => id)
}

async function inTransaction<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN READ ONLY')
  try {
    return await work()
  } finally {
    await client.query('COMMIT')
  }
}

/** All nodes within so many steps. */
export const plainExpansion = (client: pg.ClientBase, start: string, steps: number): Promise<number> =>
  inTransaction(client, async () => {
    const seen = new Set([start])
    let frontier: readonly string[] = [start]
    for (let step = 0; step < steps; step++) {
      frontier = (await next(client, frontier)).filter((id) => !seen.has(id))
      for (const id of frontier) seen.add(id)
    }
    return seen.size
  })

/** How many steps lie between two nodes: from both ends, the smaller frontier first. Null where more than `longest`. */
export const plainDistance = (
  client: pg.ClientBase,
  from: string,
  to: string,
  longest: number,
): Promise<number | null> =>
  inTransaction(client, async () => {
    const sides = [from, to].map((id) => ({ seen: new Set([id]), frontier: [id] }))
    for (let step = 1; step <= longest; step++) {
      const [smaller, other] = [...sides].sort((one, two) => one.frontier.length - two.frontier.length)
      smaller!.frontier = (await next(client, smaller!.frontier)).filter((id) => !smaller!.seen.has(id))
      for (const id of smaller!.frontier) smaller!.seen.add(id)
      if (smaller!.frontier.some((id) => other!.seen.has(id))) return step
      if (smaller!.frontier.length === 0) return null
    }
    return null
  })
