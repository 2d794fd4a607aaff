import { resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'

/** How the tests of a file went. */
export interface FileRun {
  readonly file: string
  readonly milliseconds: number
  readonly passed: number
  readonly failed: number
}

/**
 * Runs the test files that it is given in this one process: all are loaded, then their tests run in this order, then what
 * they opened is closed. Says what a reporter says, and tells whoever started it how each file went.
 */
const files = process.argv.slice(2)
const runs = new Map(files.map((file) => [resolve(file), { file, milliseconds: 0, passed: 0, failed: 0 }]))
/** What failed in no file that can be named. */
let failed = 0

const events = run({ files: [...runs.keys()], isolation: 'none' })
events.on('test:pass', ({ file, nesting, details }) => {
  const ran = runs.get(file ?? '')
  if (!ran) return
  if (details.type !== 'suite') ran.passed++
  if (nesting === 0) ran.milliseconds += details.duration_ms
})
events.on('test:fail', ({ file }) => {
  const ran = runs.get(file ?? '')
  if (ran) ran.failed++
  else failed++
})
events.once('end', async () => {
  for (const [path, ran] of runs) if (!(await loads(path))) ran.failed++
  for (const ran of runs.values()) await tell(ran)
  process.disconnect?.()
})

/** What is still on its way when the line is closed is lost. */
async function tell(ran: FileRun): Promise<void> {
  if (process.send) await new Promise<void>((told) => process.send!(ran, undefined, undefined, () => told()))
}

/** A file that cannot be loaded has no test that could fail, and the run passes over it in silence. */
async function loads(path: string): Promise<boolean> {
  try {
    await import(pathToFileURL(path).href)
    return true
  } catch (failure) {
    process.stderr.write(`✖ ${path} cannot be loaded: ${failure instanceof Error ? failure.stack : failure}\n`)
    return false
  }
}

process.on('exit', () => {
  if (failed > 0 || [...runs.values()].some((ran) => ran.failed > 0)) process.exitCode = 1
})
events.compose(new spec()).pipe(process.stdout)
