import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Ask, createAsk, relay } from './channel.ts'
import type { ExchangeConfiguration } from './exchange-process.ts'
import type { LogConfiguration } from './log-process.ts'
import type { MatchConfiguration } from './match-process.ts'
import { SHORT_LIVED_OBJECTS } from './memory.ts'
import type { PrivateConfiguration } from './private-process.ts'
import type { ServeConfiguration } from './serve-process.ts'

interface Configurations {
  readonly log: LogConfiguration
  readonly match: MatchConfiguration
  readonly private: PrivateConfiguration
  readonly serve: ServeConfiguration
  readonly exchange: ExchangeConfiguration
}
type ProcessName = keyof Configurations

const FILES: Readonly<Record<ProcessName, string>> = {
  log: fileURLToPath(new URL('./log-process.ts', import.meta.url)),
  match: fileURLToPath(new URL('./match-process.ts', import.meta.url)),
  private: fileURLToPath(new URL('./private-process.ts', import.meta.url)),
  serve: fileURLToPath(new URL('./serve-process.ts', import.meta.url)),
  exchange: fileURLToPath(new URL('./exchange-process.ts', import.meta.url)),
}

const STOP_MS = 10_000
const START_MS = 30_000
/** A process that ends by itself is started again, but not for ever: this often within a minute it is given up. */
const RESTARTS_A_MINUTE = 5

const OF_AN_ADDRESS: ReadonlySet<string> = new Set([
  'EADDRINUSE',
  'EACCES',
  'EPERM',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** A process could not begin; `code` is the system's, such as EADDRINUSE. */
export class ProcessRefused extends Error {
  readonly code: string
  readonly process: ProcessName
  get isOfAddress(): boolean {
    return OF_AN_ADDRESS.has(this.code)
  }
  constructor(name: ProcessName, code: string) {
    super(`The ${name} process could not begin (${code}).`)
    this.code = code
    this.process = name
  }
}

interface Child {
  readonly process: ChildProcess
  readonly ready: { readonly port?: number }
}

/** Starts one process, hands it its set-up over the pipe, and waits until it is ready. */
function startChild<Name extends ProcessName>(name: Name, configuration: Configurations[Name]): Promise<Child> {
  return new Promise((resolve, reject) => {
    const child = fork(FILES[name], [], {
      execArgv: [...process.execArgv, ...SHORT_LIVED_OBJECTS],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const refuse = (code: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new ProcessRefused(name, code))
    }
    const timer = setTimeout(() => refuse('ETIMEDOUT'), START_MS)
    child.once('exit', (code, signal) => refuse(signal ?? `exit ${code}`))
    child.on('message', (message: { type?: string; code?: string; port?: number }) => {
      if (message.type === 'refused') refuse(message.code ?? 'unknown')
      if (message.type !== 'ready') return
      clearTimeout(timer)
      child.removeAllListeners('exit')
      resolve({ process: child, ready: message })
    })
    child.send({ type: 'setup', configuration })
  })
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(forced)
}

export interface Processes {
  /** The port at which the server listens; null where none serves. */
  readonly port: number | null
  /** The port at which partners reach us; null where they are not listened for. */
  readonly exchangePort: number | null
  /** Asks the matching, the log or the exchange process, or the one that keeps the keys of the private look-up. */
  readonly ask: Ask
  readonly stop: () => Promise<void>
  /** Fulfils when a process has ended too often to be started again. */
  readonly failed: Promise<ProcessName>
}

/**
 * Runs the matching and the log process and, where they are configured, the serving process, that of exchange and the one
 * that keeps the keys of the private look-up, each with its own keys and nothing of the others'. Passes questions on from
 * the serving process and that of exchange; starts again what ends by itself.
 */
export async function startProcesses(
  wanted: Pick<Configurations, 'log' | 'match'> & Partial<Omit<Configurations, 'log' | 'match'>>,
): Promise<Processes> {
  const running = new Map<ProcessName, ChildProcess>()
  const processOf = (to: ProcessName) => () => running.get(to) ?? null
  const nobody = () => null
  let stopping = false
  let giveUp: (name: ProcessName) => void = () => {}
  const failed = new Promise<ProcessName>((resolve) => {
    giveUp = resolve
  })

  async function run<Name extends ProcessName>(
    name: Name,
    configuration: Configurations[Name],
    restarts: number[],
  ): Promise<Child> {
    const child = await startChild(name, configuration)
    running.set(name, child.process)
    if (name === 'serve') {
      relay(child.process, {
        match: processOf('match'),
        log: processOf('log'),
        exchange: processOf('exchange'),
        private: processOf('private'),
      })
    }
    // Who answers partners has no keys of the private look-up, and asks for nothing else.
    if (name === 'exchange') {
      relay(child.process, { match: nobody, log: nobody, exchange: nobody, private: processOf('private') })
    }
    child.process.once('exit', () => {
      running.delete(name)
      if (stopping) return
      const recent = [...restarts.filter((at) => Date.now() - at < 60_000), Date.now()]
      // Where any free port would do, the one that was found is known by now, and stays.
      const same = child.ready.port === undefined ? configuration : { ...configuration, port: child.ready.port }
      if (recent.length > RESTARTS_A_MINUTE) giveUp(name)
      else run(name, same, recent).catch(() => giveUp(name))
    })
    return child
  }

  const stop = async () => {
    stopping = true
    // The log ends last: it still gives the others' last entries their place.
    for (const name of ['serve', 'exchange', 'private', 'match', 'log'] as const) {
      const child = running.get(name)
      if (child) await stopChild(child)
    }
  }

  try {
    const log = await run('log', wanted.log, [])
    const keeper = wanted.private ? run('private', wanted.private, []) : null
    keeper?.catch(() => {})
    const match = await run('match', wanted.match, [])
    await keeper
    const exchange = wanted.exchange ? await run('exchange', { ...wanted.exchange }, []) : null
    const serve = wanted.serve ? await run('serve', { ...wanted.serve }, []) : null
    const asks = new Map<ChildProcess, Ask>([log, match].map((child) => [child.process, createAsk(child.process)]))
    const ask: Ask = (to, ...rest) => {
      const target = running.get(to)
      if (!target) return Promise.reject(new Error(`The ${to} process is not running.`))
      const known = asks.get(target) ?? createAsk(target)
      asks.set(target, known)
      return known(to, ...rest)
    }
    const exchangePort = exchange?.ready.port ?? null
    return { port: serve?.ready.port ?? null, exchangePort, ask, stop, failed }
  } catch (failure) {
    await stop()
    throw failure
  }
}
