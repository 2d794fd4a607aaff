import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { findLayout } from '../../server/src/store/embedded/layout.ts'
import { readPostmasterFile } from '../../server/src/store/embedded/postmaster-file.ts'
import { startEmbedded } from '../../server/src/store/embedded/start-embedded.ts'
import { SERVED } from '../../server/src/testing/made-demonstration.ts'
import { exitOf, startServing, stopServing } from '../../server/src/testing/start-serving.ts'
import { type Measure, measure } from './measure.ts'
import { timed, timesOf } from './statistics.ts'

const RUNS = 3
const AT_MOST_SECONDS = 10

export interface Served {
  readonly child: ChildProcess
  readonly address: string
}

/** Serves the demonstration of a folder; fulfils when it says that it is ready to answer. */
export async function serveFolder(folder: string): Promise<Served> {
  const { child, output } = startServing(
    ['--demo', '--port', '0'],
    { PROOFMARK_DATA: folder, DATABASE_URL: '' },
    SERVED,
  )
  const text = await output
  const address = /https?:\/\/localhost:\d+/.exec(text)?.[0]
  if (!address) throw new Error(`The demonstration could not be served:\n${text}`)
  while (!(await fetch(`${address}/readyz`).catch(() => null))?.ok) await sleep(10)
  return { child, address }
}

async function killDatabase(folder: string): Promise<void> {
  const layout = await findLayout(folder)
  const file = layout && (await readPostmasterFile(layout))
  if (file) process.kill(file.pid, 'SIGKILL')
}

type End = (served: Served, folder: string) => Promise<unknown>

const STOPPED: End = ({ child }) => stopServing(child)
const KILLED: End = ({ child }) => {
  child.kill('SIGKILL')
  return exitOf(child)
}
/** As when the power fails. */
const ALL_KILLED: End = async (served, folder) => {
  await killDatabase(folder)
  await KILLED(served, folder)
}

async function databaseSeconds(folder: string, killed: boolean): Promise<number> {
  if (killed) {
    const server = await startEmbedded({ folder })
    await killDatabase(folder)
    await server.stop()
  }
  const { milliseconds, result } = await timed(() => startEmbedded({ folder }))
  await result.stop()
  return milliseconds / 1000
}

const medianOf = (seconds: readonly number[]) => timesOf(seconds).median

/**
 * From the start of a served folder until `/readyz` says so: after a stop, after the server was killed, and after its
 * PostgreSQL was killed with it. Leaves the folder stopped.
 */
export async function benchRestart(folder: string): Promise<Measure[]> {
  let running = await serveFolder(folder)
  const secondsAfter = async (end: End) => {
    const seconds: number[] = []
    for (let run = 0; run < RUNS; run++) {
      await end(running, folder)
      const { milliseconds, result } = await timed(() => serveFolder(folder))
      running = result
      seconds.push(milliseconds / 1000)
    }
    return medianOf(seconds)
  }
  const [stopped, killed, allKilled] = [
    await secondsAfter(STOPPED),
    await secondsAfter(KILLED),
    await secondsAfter(ALL_KILLED),
  ]
  await stopServing(running.child)
  const baseline = async (crashed: boolean) => {
    const seconds: number[] = []
    for (let run = 0; run < RUNS; run++) seconds.push(await databaseSeconds(folder, crashed))
    return medianOf(seconds)
  }
  const start = { name: 'PostgreSQL alone on the same folder', value: await baseline(false) }
  const recovery = { name: 'PostgreSQL alone after its own kill', value: await baseline(true) }
  const restart = (after: string, value: number, baseline: typeof start) =>
    measure({
      name: `from start to ready, after ${after}`,
      unit: 's',
      value,
      baseline,
      target: { atMost: AT_MOST_SECONDS },
      absolute: true,
    })
  return [
    restart('a stop', stopped, start),
    restart('kill -9 of the server', killed, start),
    restart('kill -9 of server and PostgreSQL', allKilled, recovery),
  ]
}
