import pg from 'pg'
import { addAccount } from '../../../server/src/access/commands/add-account.ts'
import { addAgency } from '../../../server/src/access/commands/add-agency.ts'
import { resolveReader } from '../../../server/src/access/queries/resolve-reader.ts'
import { runCommand } from '../../../server/src/access/run-command.ts'
import { connectNodes } from '../../../server/src/cases/commands/connect-nodes.ts'
import { expandGraph, gather } from '../../../server/src/cases/commands/expand-graph.ts'
import { explore } from '../../../server/src/cases/queries/explore.ts'
import { walkOf } from '../../../server/src/cases/queries/walk.ts'
import { type Installation, withInstallation } from '../installation.ts'
import { type Measure, measure } from '../measure.ts'
import { timed, timesOf } from '../statistics.ts'
import { breadthFirst, type FlatGraph, farthest, readFlat } from './in-memory.ts'
import { makeGraph } from './make-graph.ts'
import { plainDistance, plainExpansion } from './plain-loop.ts'

const [STARTS, PAIRS, WARM_UP] = [120, 60, 20] as const
const [STEPS, LONGEST, MOST] = [2, 6, 1_000] as const
const HIDDEN = 'Hidden'
/** Without relevance, so that both sides follow the same ties: what is common is left out by ours alone. */
const WHOLE = { relevance: false, protectedPersons: true } as const
const GROUNDS = { purpose: 'criminal_investigation', reference: 'bench 1' } as const

async function investigator({ as, reader, services }: Installation) {
  const account = await as(await reader(), async (context) => {
    await addAgency(context, { name: HIDDEN, desk: 'none' })
    return addAccount(context, { name: 'Investigator', agency: 'Register', roles: ['investigator'] })
  })
  return async () => (await resolveReader(services.pool, account, new Date()))!
}

/** Nodes with ties that the reader may see, evenly over all. */
async function someNodes(client: pg.Client, count: number, salt: string): Promise<string[]> {
  const { rows } = await client.query<{ node: string }>(
    `SELECT node FROM (
       SELECT DISTINCT t.node_kind || ':' || t.node_id AS node FROM tie t
       JOIN visibility v ON v.id = t.vis JOIN agency g ON g.id = v.agency_id AND g.name <> $3
       WHERE EXISTS (SELECT FROM thing x WHERE x.id = t.node_id AND x.vis = t.vis)
     ) shown ORDER BY md5(node || $2) LIMIT $1`,
    [count, salt, HIDDEN],
  )
  return rows.map(({ node }) => node)
}

const idIn = (node: string) => node.slice(node.indexOf(':') + 1)

/** Pairs between which the reader may see a path. */
async function pairsOf(client: pg.Client, flat: FlatGraph): Promise<[string, string][]> {
  const nodes = await someNodes(client, 50 * PAIRS, 'pair')
  const named = new Map(nodes.map((node) => [idIn(node), node]))
  const known = new Set(named.keys())
  const pairs: [string, string][] = []
  for (const from of nodes) {
    const to = pairs.length < PAIRS ? farthest(flat, idIn(from), LONGEST - 1, known) : null
    if (to !== null) pairs.push([from, named.get(to)!])
  }
  return pairs
}

/**
 * Two steps around a node and the shortest paths between two, as an investigator may see them, beside a plain frontier loop in
 * SQL over the same tables without any rule of access, and a breadth-first search in memory; in turn, so that all meet the
 * same machine.
 */
export const benchGraph = (nodes: number, step: (name: string) => void): Promise<Measure[]> =>
  withInstallation(async (installation) => {
    const { services, store } = installation
    const reader = await investigator(installation)
    step(`making a graph of ${nodes} nodes and ties`)
    await makeGraph(installation, nodes, HIDDEN)
    return store.asOwner(async (url) => {
      const plain = new pg.Client({ connectionString: url })
      await plain.connect()
      try {
        const who = await reader()
        const flat = await readFlat(url, who.classes)
        const as = <Result>(work: Parameters<typeof runCommand<Result>>[3]) => runCommand(services, who, GROUNDS, work)
        const taken: Record<string, number[]> = { walk: [], whole: [], loop: [], memory: [] }
        const sizes: number[] = []
        step(`two steps around ${STARTS} nodes`)
        for (const [turn, node] of (await someNodes(plain, STARTS, 'start')).entries()) {
          const wanted = { nodes: [node], steps: STEPS, most: MOST, ...WHOLE }
          const loop = await timed(() => plainExpansion(plain, idIn(node), STEPS))
          const walk = await timed(() => as(async (context) => gather(walkOf(context, wanted), [node], wanted)))
          const whole = await timed(() => as((context) => expandGraph(context, wanted)))
          const memory = await timed(async () => breadthFirst(flat, idIn(node), STEPS, null))
          sizes.push(walk.result.inside.size)
          if (turn < WARM_UP) continue
          for (const [name, { milliseconds }] of Object.entries({ walk, whole, loop, memory }))
            taken[name]!.push(milliseconds)
        }
        const found: Record<string, number[]> = { walk: [], whole: [], loop: [], memory: [] }
        let [met, tried] = [0, 0]
        step(`paths between ${PAIRS} pairs`)
        const pairs = await pairsOf(plain, flat)
        for (const [turn, [from, to]] of pairs.entries()) {
          const loop = await timed(() => plainDistance(plain, idIn(from), idIn(to), LONGEST))
          const walk = await timed(() => as((context) => explore(walkOf(context, WHOLE), from, to, LONGEST)))
          const whole = await timed(() =>
            as((context) => connectNodes(context, { from, to, most: 10, longest: LONGEST, ...WHOLE })),
          )
          const memory = await timed(async () => breadthFirst(flat, idIn(from), LONGEST, idIn(to)))
          tried++
          if (walk.result.paths.length > 0) met++
          if (turn < WARM_UP / 2) continue
          for (const [name, { milliseconds }] of Object.entries({ walk, whole, loop, memory }))
            found[name]!.push(milliseconds)
        }
        const median = (of: Record<string, number[]>, name: string) => timesOf(of[name]!).median
        const mean = (of: Record<string, number[]>, name: string) => timesOf(of[name]!).mean
        const beside = (value: number) => ({ name: 'plain frontier loop, no rules', value })
        return [
          measure({
            name: 'two steps, median',
            unit: 'ms',
            value: median(taken, 'walk'),
            baseline: beside(median(taken, 'loop')),
            target: { atMost: 3 },
          }),
          measure({
            name: 'two steps, mean',
            unit: 'ms',
            value: mean(taken, 'walk'),
            baseline: beside(mean(taken, 'loop')),
          }),
          measure({ name: 'the same with names, degrees and the log, mean', unit: 'ms', value: mean(taken, 'whole') }),
          measure({ name: 'the same in memory, mean', unit: 'ms', value: mean(taken, 'memory') }),
          measure({ name: 'nodes around, mean', unit: '', value: timesOf(sizes).mean }),
          measure({
            name: 'paths, median',
            unit: 'ms',
            value: median(found, 'walk'),
            baseline: beside(median(found, 'loop')),
            target: { atMost: 2 },
          }),
          measure({
            name: 'paths, mean',
            unit: 'ms',
            value: mean(found, 'walk'),
            baseline: beside(mean(found, 'loop')),
          }),
          measure({ name: 'the same with names, degrees and the log, mean', unit: 'ms', value: mean(found, 'whole') }),
          measure({ name: 'the same in memory from one end, mean', unit: 'ms', value: mean(found, 'memory') }),
          measure({ name: 'pairs with a path', unit: '%', value: (100 * met) / tried }),
        ]
      } finally {
        await plain.end()
      }
    })
  })
