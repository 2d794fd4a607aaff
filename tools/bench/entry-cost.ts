import { randomUUID } from 'node:crypto'
import type { Context, Reader } from '../../server/src/access/context.ts'
import { findAsked } from '../../server/src/linkage/commands/find.ts'
import { judge } from '../../server/src/linkage/commands/judge.ts'
import { showRecord } from '../../server/src/records/commands/show-record.ts'
import { type Asked, readAsked } from './asked.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure } from './measure.ts'
import { timed, timesOf } from './statistics.ts'

const WARM_UP = 50
const SHOWN = 20
const AT_MOST = 1.1

type Command = (context: Context, each: Asked, other: Asked) => Promise<unknown>

interface Measured {
  readonly name: string
  readonly command: Command
  /** It writes nothing but its entry. */
  readonly reads: boolean
}

const COMMANDS: readonly Measured[] = [
  { name: 'a look-up', reads: true, command: (context, each) => findAsked(context, readAsked(each), SHOWN) },
  { name: 'a record shown', reads: true, command: (context, { truth }) => showRecord(context, truth) },
  {
    name: 'a judgement',
    reads: false,
    command: (context, each, other) =>
      judge(context, {
        id: randomUUID(),
        record: each.truth,
        other: other.truth,
        about: 'firearm',
        verdict: 'undecided',
      }),
  },
]

const withoutEntry = (context: Context): Context => ({ ...context, audit: async () => randomUUID() })

/** Something small that the transaction writes, so that its commit is flushed to the disk as an entry's would be. */
const writeSomething = ({ client }: Context) => client.query(`SELECT pg_logical_emit_message(true, 'bench', '')`)

interface Way {
  readonly name: string
  readonly run: (context: Context, command: (context: Context) => Promise<unknown>) => Promise<unknown>
}

const WITH_ENTRY: Way = { name: 'with its entry', run: (context, command) => command(context) }
const WITHOUT: Way = { name: 'the same without', run: (context, command) => command(withoutEntry(context)) }
const FLUSHED: Way = {
  name: 'the same without, its commit flushed as well',
  run: async (context, command) => {
    await command(withoutEntry(context))
    await writeSomething(context)
  },
}

async function timeWays(
  { as }: Installation,
  who: Reader,
  asked: readonly Asked[],
  command: Command,
  ways: readonly Way[],
) {
  const samples = ways.map((): number[] => [])
  for (const turn of asked.keys()) {
    for (const step of ways.keys()) {
      // Each way begins as often as another, and none finds warm what another just read.
      const place = (turn + step) % ways.length
      const at = (turn + Math.floor((place * asked.length) / ways.length)) % asked.length
      const [each, other] = [asked[at]!, asked[(at + 1 + place) % asked.length]!]
      const { milliseconds } = await timed(() =>
        as(who, (context) => ways[place]!.run(context, (given) => command(given, each, other))),
      )
      if (turn >= WARM_UP) samples[place]!.push(milliseconds)
    }
  }
  return samples.map(timesOf)
}

/**
 * Commands as the server runs them, each in a transaction of its own, in turn with the same without the entry of the
 * access log. What only reads commits nothing without its entry: beside that, it is measured against the same with a
 * commit of as many flushes.
 */
export async function benchEntryCost(installation: Installation, asked: readonly Asked[]): Promise<Measure[]> {
  const who = await installation.reader()
  const measures: Measure[] = []
  for (const { name, reads, command } of COMMANDS) {
    const ways = reads ? [WITH_ENTRY, FLUSHED, WITHOUT] : [WITH_ENTRY, WITHOUT]
    const [own, same, bare] = await timeWays(installation, who, asked, command, ways)
    const beside = (value: number, way: Way) => ({ name: way.name, value })
    measures.push(
      measure({
        name: `${name} with its entry, median`,
        unit: 'ms',
        value: own!.median,
        baseline: beside(same!.median, ways[1]!),
        target: { atMost: AT_MOST },
      }),
      measure({
        name: `${name} with its entry, interquartile range`,
        unit: 'ms',
        value: own!.spread,
        baseline: beside(same!.spread, ways[1]!),
      }),
    )
    if (bare)
      measures.push(
        measure({
          name: `${name} with its entry, median`,
          unit: 'ms',
          value: own!.median,
          baseline: beside(bare.median, WITHOUT),
        }),
      )
  }
  return measures
}
