import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { proofmark } from './run-shell.ts'
import { startServing, stopServing } from './start-serving.ts'

/** Where the tests of one run find the demonstration nation that was made for all of them; a single file makes its own. */
export const DEMONSTRATION_VARIABLE = 'PROOFMARK_TEST_DEMONSTRATION'

const READY = 'ready'
/** How long a nation may take that is made on a machine with much else to do. */
export const PATIENCE_MS = 600_000

/** The sentence after which a demonstration is there and served. */
export const SERVED = /\/sign-in#[\s\S]*\n.*\n$/

export interface MadeDemonstration {
  readonly folder: string
  /** Fulfils when the nation stands and all its records are matched. */
  readonly made: Promise<void>
  readonly remove: () => Promise<void>
}

async function make(data: string, folder: string): Promise<void> {
  const env = { PROOFMARK_DATA: data, DATABASE_URL: '' }
  const { child, output } = startServing(['--demo', '--port', '0'], env, SERVED, PATIENCE_MS)
  const said = await output
  await stopServing(child)
  const grounds = ['--as', 'data_steward', '--purpose', 'data_quality']
  const linked = await proofmark(data, ['link', ...grounds])
  if (linked.code !== 0) throw new Error(`The demonstration could not be made:\n${said}\n${linked.err}`)
  await writeFile(join(folder, READY), '')
}

/** Begins to make a demonstration nation, matched and stopped, of which each test file that needs one takes a copy. */
export async function makeDemonstration(): Promise<MadeDemonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-nation-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  // Whoever waits for a folder that is gone makes a nation of its own.
  const made = make(join(folder, 'data'), folder).catch(async (failure) => {
    await remove()
    throw failure
  })
  return { folder, made, remove }
}

/** Puts a copy of the demonstration that this run made into a folder; false where it made none. */
export async function copyDemonstration(into: string): Promise<boolean> {
  const folder = process.env[DEMONSTRATION_VARIABLE]
  if (folder === undefined || folder === '') return false
  for (const began = Date.now(); !existsSync(join(folder, READY)); await sleep(200)) {
    if (!existsSync(folder) || Date.now() - began > PATIENCE_MS) return false
  }
  // Owners and modes matter to PostgreSQL, and Node's own copy keeps no owner.
  await promisify(execFile)('cp', ['-a', `${join(folder, 'data')}/.`, into])
  return true
}
