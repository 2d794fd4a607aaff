import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { IN_EVERY_LOOK } from '../web/src/looks.fixture.ts'
import { ROOT } from './run-program.ts'
import type { FileRun } from './run-together.ts'

/**
 * Runs the test files that it is given, in processes of which each runs one or several, since starting a process and
 * loading the contract and the desks for each file would take longer than most of their tests. The processes are begun in
 * the order in which their files are named: two more at a time than there are cores, since each waits for a browser or a
 * database now and then. What a process says is told when it has ended, so that it does not get between the lines of others.
 */
const files = process.argv.slice(2)

/** Files that have a process of their own: those that take long, and those that are about processes. */
const APART = [
  /\.browser\./,
  /^server\/src\/(cli|http|processes)\//,
  /^server\/src\/store\/embedded\/(?:faults|identity|keep-running|start-embedded|survival)\./,
  /\/twin-databases\./,
  /\.long\./,
]
const PURE = [/^(domain|matching|proofs|contract|web)\//, /^server\/.*\/rules\//]
const DESK = /^(?:server\/src\/)?[^/]+/

/**
 * Desks whose tests bear each other's company in one nation and one browser: to serve one takes
 * ten seconds of a core.
 */
const COMPANIES = {
  company: /^web\/src\/(?:enter|imports|look|notices|search|vocabulary)\.browser\.test\.ts$/,
  finding: /^web\/src\/(?:find|graph)\.browser\.test\.ts$/,
}

/** What is asked of one served nation, and what is asked of doors that this process opens itself. */
const SERVED = {
  served: /^server\/src\/http\/(?:http|imports|judgements|lists|vocabulary)\.test\.ts$/,
  doors: /^server\/src\/http\/(?:any-body|database-away|hostile-requests|pool-of-two)\.test\.ts$/,
}
const among = (groups: Readonly<Record<string, RegExp>>, file: string) =>
  Object.entries(groups).find(([, group]) => group.test(file))?.[0]

/** Files of one name run in one process. */
function processOf(file: string): string {
  // The long run does more at each desk than the others would bear.
  const together = among(SERVED, file) ?? (IN_EVERY_LOOK ? undefined : among(COMPANIES, file))
  if (together !== undefined) return together
  if (APART.some((kind) => kind.test(file))) return file
  return PURE.some((kind) => kind.test(file)) ? 'pure' : (DESK.exec(file)?.[0] ?? file)
}

/** Megabytes for what is new and soon forgotten, as most is in a test: a tenth of the work was to collect it again and again. */
const ROOM_FOR_THE_NEW = '--max-semi-space-size=32'

const runs: FileRun[] = []
let ended = 0

async function runTogether(together: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [ROOM_FOR_THE_NEW, join(ROOT, 'tools/run-together.ts'), ...together], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part))
  const told: FileRun[] = []
  child.on('message', (ran) => told.push(ran as FileRun))
  // Its last words may come after it has ended.
  const silent = new Promise((resolve) => child.once('disconnect', resolve))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (ended: number | null) => void silent.then(() => resolve(ended)))
  })
  process.stdout.write(Buffer.concat(said))
  runs.push(...told)
  if (code === 0 && told.length === together.length) return
  ended++
  const broken = together.slice(told.length)
  if (broken.length > 0)
    process.stdout.write(`✖ the process ended (${code}) before these files: ${broken.join(', ')}\n`)
}

/** So many files are named at the end, for whoever wants the whole to take less. */
const NAMED = 20

function tell(): void {
  const longest = runs.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, NAMED)
  const lines = longest.map(({ file, milliseconds }) => `${(milliseconds / 1_000).toFixed(0).padStart(5)} s  ${file}`)
  process.stdout.write(`\nThe tests of these files took longest, beside each other:\n${lines.join('\n')}\n`)
  const sum = (of: 'passed' | 'failed') => runs.reduce((all, ran) => all + ran[of], 0)
  process.stdout.write(`\n${runs.length} files: ${sum('passed')} tests passed, ${sum('failed')} failed.\n`)
  const failed = runs.filter(({ failed }) => failed > 0)
  if (failed.length > 0) process.stdout.write(`Failed:\n${failed.map(({ file }) => `  ${file}`).join('\n')}\n`)
}

const waiting = [...Map.groupBy(files, processOf).values()]
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runTogether(next)
}
await Promise.all(Array.from({ length: availableParallelism() + 2 }, work))
tell()
process.exitCode = ended === 0 ? 0 : 1
