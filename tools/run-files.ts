import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/**
 * Runs the test files that it is given. What is pure runs together in one process, since starting one for each file would
 * take longer than all their tests; every other file has a process of its own. These are begun in the order in which they
 * are named: two more at a time than there are cores, since each waits for a browser or a database now and then.
 */
const files = process.argv.slice(2)

const isPure = (file: string) =>
  /^(domain|matching|proofs|contract)\//.test(file) ||
  (/^web\//.test(file) && !file.includes('.browser.')) ||
  /^server\/.*\/rules\//.test(file)

let failed = false
process.on('exit', () => {
  if (failed) process.exitCode = 1
})

/** What they say is told when they have ended, so that it does not get between the lines of the others. */
function runTogether(together: readonly string[]): void {
  const child = spawn(process.execPath, ['--test', '--test-isolation=none', '--test-reporter=spec', ...together], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.once('error', () => {
    failed = true
  })
  child.once('close', (code) => {
    if (code !== 0) failed = true
    process.stdout.write(Buffer.concat(said))
  })
}

/** So many files are named at the end, for whoever wants the whole to take less. */
const NAMED = 20

const secondsOf = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(0)} s`.padStart(7)

function tellLongest(took: ReadonlyMap<string, number>): void {
  const longest = [...took].sort(([, one], [, other]) => other - one).slice(0, NAMED)
  const lines = longest.map(([file, milliseconds]) => `${secondsOf(milliseconds)}  ${relative(process.cwd(), file)}`)
  process.stdout.write(`\nThe tests of these files took longest, beside each other:\n${lines.join('\n')}\n`)
}

/** Each in a process of its own. */
function runApart(apart: readonly string[]): void {
  const events = run({ files: [...apart], concurrency: availableParallelism() + 2 })
  const took = new Map<string, number>()
  events.on('test:fail', () => {
    failed = true
  })
  events.on('test:complete', ({ nesting, file, details }) => {
    if (nesting === 0 && file) took.set(file, Math.max(took.get(file) ?? 0, details.duration_ms))
  })
  events.once('end', () => tellLongest(took))
  events.compose(new spec()).pipe(process.stdout)
}

const together = files.filter(isPure)
const apart = files.filter((file) => !isPure(file))
if (together.length > 0) runTogether(together)
if (apart.length > 0) runApart(apart)
