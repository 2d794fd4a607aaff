import type pg from 'pg'
import { exactKeys } from '../../matching/src/query-keys.ts'
import type { Context, Reader } from '../../server/src/access/context.ts'
import { runCommand, type Services } from '../../server/src/access/run-command.ts'
import type { TrueFirearm } from '../../server/src/demonstration/firearms.ts'
import { chancesFrom } from '../../server/src/demonstration/random.ts'
import { candidatesByKeys } from '../../server/src/linkage/queries/candidates.ts'
import { queryMark } from '../../server/src/linkage/rules/query-mark.ts'
import { confuse } from './register.ts'
import { type Measure, measure, timesOf } from './statistics.ts'

const LOOK_UPS = 2_000
const WARM_UP = 200

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export interface LookUpResult {
  readonly measures: readonly Measure[]
  /** Share of the damaged serials whose true entry was among the candidates. */
  readonly found: number
  readonly lookedAt: number
}

/**
 * Looks up damaged serials by their keys, in turn with primary-key selects of as many rows in the same kind of reader
 * transaction, so that both meet the same machine at the same moment.
 */
export async function benchLookUp(
  services: Services,
  reader: Reader,
  firearms: readonly TrueFirearm[],
  owner: pg.Pool,
): Promise<LookUpResult> {
  const { rows } = await owner.query<{ id: string; key: string }>('SELECT id, source_key AS key FROM record')
  const idOf = new Map(rows.map(({ id, key }) => [key, id]))
  const chances = chancesFrom(99)
  const byKeys: number[] = []
  const byPrimaryKey: number[] = []
  let found = 0
  let lookedAt = 0
  const as = <Result>(work: (context: Context) => Promise<Result>) => runCommand(services, reader, null, work)
  for (let turn = 0; turn < LOOK_UPS + WARM_UP; turn++) {
    const position = chances.below(firearms.length)
    const id = idOf.get(`R${position}`)!
    const keys = exactKeys(queryMark(confuse(firearms[position]!.serial, chances)))
    let candidates: Awaited<ReturnType<typeof candidatesByKeys>> = []
    const select = (context: Context) => context.client.query('SELECT * FROM record WHERE id = $1', [id])
    const primary = await timed(() => as(select))
    const looked = await timed(async () => {
      candidates = await as((context) => candidatesByKeys(context, keys))
    })
    if (turn < WARM_UP) continue
    byPrimaryKey.push(primary)
    byKeys.push(looked)
    lookedAt += candidates.length
    if (candidates.some(({ record }) => record === id)) found++
  }
  const [keyed, primary] = [timesOf(byKeys), timesOf(byPrimaryKey)]
  const baseline = (value: number) => ({ name: 'primary-key select in the same reader transaction', value })
  return {
    measures: [
      measure('look-up of a confused serial by its keys, median', 'ms', keyed.median, baseline(primary.median), 4),
      measure('look-up of a confused serial by its keys, 99th percentile', 'ms', keyed.p99, baseline(primary.p99), 10),
    ],
    found: found / LOOK_UPS,
    lookedAt: lookedAt / LOOK_UPS,
  }
}
