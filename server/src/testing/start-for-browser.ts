import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@proofmark/contract/roles'
import { ROOT } from '../cli/settings.ts'
import { readPersonas } from '../demonstration/personas.ts'

/** The demonstration nation, served for a test by the real processes. */
export interface ServedDemonstration {
  readonly address: string
  readonly folder: string
  /** Sign-in links of the personas. */
  readonly links: Readonly<Record<Role, string>>
  readonly tokens: Readonly<Record<Role, string>>
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

const START_MS = 120_000

export interface ServeOptions {
  readonly folder?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts `proofmark serve` as a process of its own; answers its output when the sentence appears, or when it ends. */
export function startServing(args: readonly string[], env: Readonly<Record<string, string>>, until: RegExp) {
  const child = spawn(process.execPath, [join(ROOT, 'server/src/cli/main.ts'), 'serve', ...args], {
    env: { ...process.env, PROOFMARK_LOCALE: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = new Promise<string>((resolve) => {
    let text = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), START_MS)
    const take = (part: Buffer) => {
      text += part.toString()
      if (until.test(text)) end()
    }
    const end = () => {
      clearTimeout(timer)
      resolve(text)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('exit', end)
  })
  return { child, output }
}

/** The exit code of a process that ends by itself. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

/** Ends a process as an operator would, and waits until it is gone. */
export async function stopServing(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM')
  return exitOf(child)
}

/** Makes the demonstration nation in a temporary folder and serves it at a free port. */
export async function startForBrowser(): Promise<ServedDemonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-demonstration-'))
  const { child, output } = startServing(
    ['--demo', '--port', '0'],
    { PROOFMARK_DATA: folder, DATABASE_URL: '' },
    /\/sign-in#[\s\S]*\n.*\n$/,
  )
  const text = await output
  const address = /https?:\/\/localhost:\d+/.exec(text)?.[0]
  if (!address) throw new Error(`The demonstration could not be served:\n${text}`)
  const personas = await readPersonas(folder)
  const by = (value: (persona: (typeof personas)[number]) => string) =>
    Object.fromEntries(personas.map((persona) => [persona.role, value(persona)])) as Record<Role, string>
  return {
    address,
    folder,
    links: by(({ link }) => `${address}/sign-in#${link}`),
    tokens: by(({ token }) => token),
    process: child,
    stop: async () => {
      await stopServing(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
