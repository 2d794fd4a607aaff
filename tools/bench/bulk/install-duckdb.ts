import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { npmCommand } from '../../npm-command.ts'
import { ROOT } from '../../run-program.ts'

const FOLDER = join(ROOT, 'tools', 'bench', 'duckdb')
const LOCKFILE = join(FOLDER, 'package-lock.json')
const STAMP = join(FOLDER, 'node_modules', '.proofmark-lock')

/** What we use of `@duckdb/node-api`, which the project does without everywhere else. */
export interface DuckdbConnection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRowsJS(): unknown[][]; getColumnsJS(): unknown[][] }>
}

interface DuckdbModule {
  readonly DuckDBInstance: {
    create(path: string, settings: Readonly<Record<string, string>>): Promise<{ connect(): Promise<DuckdbConnection> }>
  }
}

async function installed(): Promise<boolean> {
  return existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === (await readFile(LOCKFILE, 'utf8'))
}

/** Installs DuckDB from its own lockfile, if it is not installed yet. Throws where npm cannot; npm says why. */
export async function installDuckdb(): Promise<void> {
  if (await installed()) return
  const [command, ...before] = npmCommand()
  const { status, error } = spawnSync(command, [...before, 'ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm.cmd',
  })
  if (status !== 0)
    throw new Error(`npm could not install DuckDB, beside which the bench measures: ${error ?? status}.`)
  await writeFile(STAMP, await readFile(LOCKFILE))
}

/** A database in memory that works with so many threads. DuckDB must be installed. */
export async function openDuckdb(threads: number): Promise<DuckdbConnection> {
  const { DuckDBInstance } = createRequire(join(FOLDER, 'package.json'))('@duckdb/node-api') as DuckdbModule
  const database = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  return database.connect()
}
