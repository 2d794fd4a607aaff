import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@proofmark/contract/roles'
import { readPersonas } from '../demonstration/personas.ts'
import { copyDemonstration, PATIENCE_MS, SERVED } from './made-demonstration.ts'
import { startServing, stopServing } from './start-serving.ts'

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

async function serve(): Promise<ServedDemonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-demonstration-'))
  await copyDemonstration(folder)
  const { child, output } = startServing(
    ['--demo', '--port', '0'],
    { PROOFMARK_DATA: folder, DATABASE_URL: '' },
    SERVED,
    PATIENCE_MS,
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

let shared: Promise<ServedDemonstration> | null = null
let users = 0

/**
 * Serves the demonstration nation at a free port, in a folder of its own: a copy of what this run of tests made, or made
 * anew. Files that run in one process share it until the last of them stops it.
 */
export async function startForBrowser(): Promise<ServedDemonstration> {
  shared ??= serve()
  users++
  const served = await shared
  const stop = async () => {
    if (--users > 0) return
    shared = null
    await served.stop()
  }
  return { ...served, stop }
}
