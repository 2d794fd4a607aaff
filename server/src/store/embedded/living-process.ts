import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A process that truly runs. Number and start together name it: a number alone is reused. */
export interface LivingProcess {
  readonly pid: number
  /** When it started, in the system's own words: only to be compared with another reading. */
  readonly startedAt: string
  /** The program: its short name on Linux, its file name on Windows, its command line elsewhere. */
  readonly program: string
}

const run = promisify(execFile)

/** The process with this number, or null where there is none or only a zombie, which is dead and holds nothing. */
export async function livingProcess(pid: number): Promise<LivingProcess | null> {
  if (process.platform === 'linux') return fromProc(pid)
  if (process.platform === 'win32') return fromTaskList(pid)
  return fromPs(pid)
}

/** Is that very process still alive? */
export async function stillLives(known: LivingProcess): Promise<boolean> {
  return (await livingProcess(known.pid))?.startedAt === known.startedAt
}

/**
 * Is this a PostgreSQL that works in this cluster's folder? PostgreSQL makes the cluster its working folder, which
 * stays true when somebody renames the data folder under it. Windows does not tell the folder: there any PostgreSQL
 * passes here, and the password decides.
 */
export async function isServerOf(candidate: LivingProcess, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') return candidate.program.toLowerCase() === 'postgres.exe'
  if (process.platform !== 'linux') return candidate.program.includes('postgres') && candidate.program.includes(cluster)
  if (candidate.program !== 'postgres') return false
  try {
    const [working, ours] = await Promise.all([stat(`/proc/${candidate.pid}/cwd`), stat(cluster)])
    return working.dev === ours.dev && working.ino === ours.ino
  } catch {
    // A hardened system may hide the working folder; the command line is open to all.
    const line = await readFile(`/proc/${candidate.pid}/cmdline`, 'utf8').catch(() => '')
    return line.split('\0').includes(cluster)
  }
}

async function fromProc(pid: number): Promise<LivingProcess | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return parseProcStat(text)
}

/** Reads /proc/<pid>/stat (proc(5)). The name stands in parentheses and may hold parentheses and spaces itself. */
export function parseProcStat(text: string): LivingProcess | null {
  const open = text.indexOf('(')
  const close = text.lastIndexOf(')')
  if (open < 0 || close < open) return null
  const pid = Number(text.slice(0, open))
  const fields = text
    .slice(close + 1)
    .trim()
    .split(/\s+/)
  const state = fields[0]
  const startedAt = fields[19]
  if (!Number.isSafeInteger(pid) || pid < 1 || state === undefined || startedAt === undefined) return null
  if (state === 'Z' || state === 'X' || state === 'x') return null
  return { pid, startedAt, program: text.slice(open + 1, close) }
}

async function fromPs(pid: number): Promise<LivingProcess | null> {
  try {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'stat=,lstart=,args='], {
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    })
    const found = /^\s*(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/m.exec(stdout)
    if (!found || found[1]?.startsWith('Z')) return null
    return { pid, startedAt: found[2] ?? '', program: found[3] ?? '' }
  } catch {
    return null
  }
}

async function fromTaskList(pid: number): Promise<LivingProcess | null> {
  try {
    const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])
    const program = /^"([^"]+)"/m.exec(stdout)?.[1]
    return program === undefined ? null : { pid, startedAt: '', program }
  } catch {
    return null
  }
}
