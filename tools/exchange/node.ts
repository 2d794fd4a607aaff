import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { ROOT } from '../run-program.ts'

const MAIN = join(ROOT, 'server/src/cli/main.ts')
const START_MS = 120_000
export const WAIT_MS = 90_000

/** A part that somebody plays on a node; the shell and the API take the token of each. */
export type Part = 'trace_officer' | 'analyst' | 'data_steward' | 'administrator'

/** Something a node was asked for and refused, in its own words. */
export class NodeRefused extends Error {}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** One of the three nodes: the real program on a data folder, with a database and ports of its own. */
export class DemoNode {
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly exchangePort: number
  private readonly grounds: { readonly purpose: 'trace'; readonly reference: string }
  private child: ChildProcess | null = null
  /** What it printed since it was started last. */
  printed = ''

  constructor(name: string, folder: string, ports: { readonly port: number; readonly exchangePort: number }) {
    this.name = name
    this.folder = folder
    this.port = ports.port
    this.exchangePort = ports.exchangePort
    this.grounds = { purpose: 'trace', reference: `${name} P 0311/24` }
  }

  get address(): string {
    return `http://localhost:${this.port}`
  }

  private get environment(): NodeJS.ProcessEnv {
    const { PROOFMARK_PARENT: _, ...inherited } = process.env
    return {
      ...inherited,
      PROOFMARK_DATA: this.folder,
      PROOFMARK_EXCHANGE_PORT: String(this.exchangePort),
      PROOFMARK_LOCALE: 'en',
      PROOFMARK_TOKEN: '',
      DATABASE_URL: '',
    }
  }

  /** Starts it and waits until it says how to sign in. Throws `NodeRefused` with what it said where it ends before. */
  async start(): Promise<void> {
    const words = ['serve', '--nation', this.name, '--port', String(this.port)]
    const child = spawn(process.execPath, [MAIN, ...words], {
      // It ends with us, however we end.
      env: { ...this.environment, PROOFMARK_PARENT: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    this.child = child
    this.printed = ''
    const take = (part: Buffer) => {
      this.printed += part.toString()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    for (let waited = 0; waited < START_MS; waited += 100) {
      if (this.printed.includes(`https://127.0.0.1:${this.exchangePort}`)) return
      if (child.exitCode !== null) break
      await sleep(100)
    }
    throw new NodeRefused(`${this.name} did not start:\n${this.printed}`)
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    const { child } = this
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  /** Ends the program and all its processes at once, as a power cut does; its database lives on for a moment. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child?.pid) return
    const gone = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await gone
  }

  /** Runs `proofmark …` on its data folder; answers what it printed. Throws `NodeRefused` with its sentence. */
  async shell(as: Part, ...words: readonly string[]): Promise<string> {
    const purpose = as === 'administrator' ? 'system_administration' : this.grounds.purpose
    const flags = ['--as', as, '--purpose', purpose, '--reference', this.grounds.reference]
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [MAIN, ...words, ...flags],
        { env: this.environment, maxBuffer: 64 * 1024 * 1024 },
        (failure, out, err) =>
          failure
            ? reject(new NodeRefused(`${this.name}: proofmark ${words.slice(0, 3).join(' ')} …: ${err.trim()}`))
            : resolve(out),
      )
    })
  }

  /** The same, with `--json`, read. */
  async json<Answer>(as: Part, ...words: readonly string[]): Promise<Answer> {
    return JSON.parse(await this.shell(as, ...words, '--json')) as Answer
  }

  /** Keeps `content` as a file in its data folder and answers the path. */
  async file(name: string, content: unknown): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, JSON.stringify(content))
    return path
  }

  private async token(as: Part): Promise<string> {
    const people = JSON.parse(await readFile(join(this.folder, 'demonstration', 'personas.json'), 'utf8')) as {
      role: Part
      token: string
    }[]
    return people.find(({ role }) => role === as)?.token ?? ''
  }

  /** Calls a route of its API, in somebody's name and for the purpose of the trace. Throws `NodeRefused`. */
  async call<Answer>(as: Part, route: RouteName, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    const { method, path } = PATHS[route]
    const answer = await fetch(this.address + path, {
      method,
      headers: { authorization: `Bearer ${await this.token(as)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, grounds: this.grounds }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new NodeRefused(`${this.name}: ${path}: ${text}`)
    return JSON.parse(text) as Answer
  }
}

/** Asks again and again until there is an answer. Throws where none comes. */
export async function until<Answer>(what: string, ask: () => Promise<Answer | null>): Promise<Answer> {
  const end = Date.now() + WAIT_MS
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new NodeRefused(`It was waited in vain until ${what}.`)
    await sleep(250)
  }
}
