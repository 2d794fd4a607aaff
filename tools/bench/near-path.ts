import type { Context } from '../../server/src/access/context.ts'
import { candidatesByKeys } from '../../server/src/linkage/queries/candidates.ts'
import { type Asked, nearKeysOf, readAsked } from './asked.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure } from './measure.ts'
import { timed, timesOf } from './statistics.ts'

const WARM_UP = 200

/**
 * Looks damaged serials up by their keys, in turn with primary-key selects in the same kind of reader transaction, so
 * that both meet the same machine at the same moment. Each select is of the record of another recovery, so that neither
 * finds warm what the other has read.
 */
export async function benchNearPath(
  { reader, as }: Installation,
  asked: readonly Asked[],
  others: readonly Asked[],
): Promise<Measure[]> {
  const who = await reader()
  const byKeys: number[] = []
  const byPrimaryKey: number[] = []
  for (const [turn, each] of asked.entries()) {
    const item = readAsked(each)
    const other = others[turn % others.length]!.truth
    const select = (context: Context) => context.client.query('SELECT * FROM record WHERE id = $1', [other])
    const primary = await timed(() => as(who, select))
    const looked = await timed(() => as(who, (context) => candidatesByKeys(context, nearKeysOf(item))))
    if (turn < WARM_UP) continue
    byPrimaryKey.push(primary.milliseconds)
    byKeys.push(looked.milliseconds)
  }
  const [keyed, primary] = [timesOf(byKeys), timesOf(byPrimaryKey)]
  const beside = (value: number) => ({ name: 'primary-key select in the same reader transaction', value })
  const name = 'look-up of a damaged serial by its keys'
  return [
    measure({
      name: `${name}, median`,
      unit: 'ms',
      value: keyed.median,
      baseline: beside(primary.median),
      target: { atMost: 4 },
    }),
    measure({
      name: `${name}, 99th percentile`,
      unit: 'ms',
      value: keyed.p99,
      baseline: beside(primary.p99),
      target: { atMost: 10 },
    }),
  ]
}
