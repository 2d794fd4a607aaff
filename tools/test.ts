import { glob } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { ensureWeb } from '../server/src/cli/ensure-web.ts'
import { CLUSTER_VARIABLE, startTestCluster } from '../server/src/testing/cluster.ts'
import {
  DEMONSTRATION_VARIABLE,
  type MadeDemonstration,
  makeDemonstration,
} from '../server/src/testing/made-demonstration.ts'
import { EVERY_LOOK_VARIABLE } from '../web/src/looks.fixture.ts'
import { findBrowser } from './browser.ts'
import { checkSteps } from './check.ts'
import { ROOT, runProgram } from './run-program.ts'

/**
 * `npm test [FILE…]`: checks the types and the style, then runs every test against one PostgreSQL, where each test file
 * has a database of its own. `npm run test:long` runs the tests that take longer (`*.long.test.ts`) as well.
 */
const args = process.argv.slice(2)
const long = args.includes('--long')
const wanted = args.filter((word) => !word.startsWith('--'))

/** The long run looks at every page again, in every language and theme. */
const isLong = (file: string) => file.endsWith('.long.test.ts')
const isWanted = (file: string) =>
  long ? isLong(file) || file.endsWith('.browser.test.ts') || wanted.length > 0 : !isLong(file)

async function testFiles(): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob('{domain,matching,proofs,contract,server,web,tools}/**/*.test.ts', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules'),
  })) {
    if (isWanted(file)) files.push(file)
  }
  return files.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word))).sort(inTurn)
}

/**
 * What takes longest begins first, so that no core waits for it at the end. While the nation is made, what needs none of
 * it: the shell, and what works on records.
 */
const LONGEST = [
  /^server\/src\/cli\//,
  /^server\/src\/(records|linkage)\//,
  /\/pages\.browser\.test\.ts$/,
  /\.browser\.test\.ts$/,
  /^server\/src\/(http|access|store)\//,
]
const turn = (file: string): number => {
  const at = LONGEST.findIndex((kind) => kind.test(file))
  return at < 0 ? LONGEST.length : at
}
const inTurn = (one: string, other: string): number => turn(one) - turn(other) || (one < other ? -1 : 1)

/** Test files that look at the demonstration nation: one is made for all of them, while others run. */
const LOOKS_AT_IT = /^(web|server\/src\/http)\//
const FEW = 2

async function demonstrationFor(files: readonly string[]): Promise<MadeDemonstration | null> {
  return files.filter((file) => LOOKS_AT_IT.test(file)).length < FEW ? null : makeDemonstration()
}

/** Milliseconds that the processors of this machine have worked since it was started, for us or for others. */
const workOfMachine = (): number =>
  cpus().reduce((all, { times: { user, nice, sys, irq } }) => all + user + nice + sys + irq, 0)

const [began, worked] = [performance.now(), workOfMachine()]
function tellTime(): void {
  const [took, work] = [performance.now() - began, workOfMachine() - worked].map((each) => (each / 1_000).toFixed(0))
  process.stdout.write(
    `It took ${took} s; the ${cpus().length} processors of this machine worked for ${work} s meanwhile.\n`,
  )
}

let failed = 0
const files = await testFiles()
// Built and unpacked once here, so that no test waits for it or does it again.
const prepared = Promise.all([
  ensureWeb(() => process.stdout.write('Building the browser app …\n')),
  files.some((file) => file.includes('.browser.')) && findBrowser().catch(() => null),
])
// Says what is wrong as soon as it knows it; what is tested need not wait for it.
const checked = wanted.length === 0 && !long ? checkSteps() : Promise.resolve(0)
await prepared
const cluster = await startTestCluster()
const demonstration = await demonstrationFor(files)
try {
  const tested = runProgram(process.execPath, [join(ROOT, 'tools/run-files.ts'), ...files], {
    [CLUSTER_VARIABLE]: cluster.url,
    [DEMONSTRATION_VARIABLE]: demonstration?.folder ?? '',
    [EVERY_LOOK_VARIABLE]: long ? 'yes' : '',
    NODE_ENV: 'test',
  })
  const [broken, wrong] = await Promise.all([tested, checked])
  if (wrong > 0) process.stdout.write('Types or style are not in order: what was found stands above.\n')
  failed += broken + wrong
} finally {
  await demonstration?.made.catch((failure: unknown) => process.stderr.write(`${String(failure)}\n`))
  await demonstration?.remove()
  await cluster.stop()
}
tellTime()
if (long) process.stdout.write(`test:long ${new Date().toISOString()} ${failed === 0 ? 'passed' : 'failed'}\n`)
process.exitCode = failed === 0 ? 0 : 1
