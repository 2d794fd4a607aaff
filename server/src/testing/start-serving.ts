import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../cli/settings.ts'

const START_MS = 120_000

/** Starts `proofmark serve` as a process of its own; answers its output when the sentence appears, or when it ends. */
export function startServing(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until: RegExp,
  patience = START_MS,
) {
  const child = spawn(process.execPath, [join(ROOT, 'server/src/cli/main.ts'), 'serve', ...args], {
    env: { ...process.env, PROOFMARK_LOCALE: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = new Promise<string>((resolve) => {
    let text = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
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
