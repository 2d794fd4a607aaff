import { type SpawnOptions, spawn } from 'node:child_process'

/** How a program ended: its exit code (null when killed by a signal or never begun) and the end of what it printed. */
export interface ProgramEnd {
  readonly code: number | null
  readonly output: string
  /** Why the system could not begin it, such as ENOENT; null when it ran. */
  readonly failure: string | null
}

const OUTPUT_LIMIT = 65_536

/**
 * The environment of PostgreSQL's programs. Nothing of the caller's PG* variables, language or time zone: what a
 * cluster becomes must not depend on who started it.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) }
}

/**
 * Runs a program to its end and never throws: the end says what happened. `input` is given on standard input, which is
 * then closed. Of the output, standard output and errors together, the last 64 kB are kept.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> & { readonly input?: string } = {},
): Promise<ProgramEnd> {
  const { input, ...rest } = options
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...rest, env: programEnvironment(), windowsHide: true, stdio: 'pipe' })
    let output = ''
    const keep = (chunk: string): void => {
      output = (output + chunk).slice(-OUTPUT_LIMIT)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    // A program that ends early closes its input; its exit code tells.
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => resolve({ code: null, output, failure: error.message }))
    child.on('close', (code) => resolve({ code, output, failure: null }))
    child.stdin.end(input ?? '')
  })
}
