import { availableParallelism } from 'node:os'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/**
 * Runs the test files that it is given, each in a process of its own, begun in the order in which they are named: two
 * more at a time than there are cores, since each waits for a browser or a database now and then.
 */
const files = process.argv.slice(2)
const events = run({ files, concurrency: availableParallelism() + 2 })
let failed = false
events.on('test:fail', () => {
  failed = true
})
events.compose(new spec()).pipe(process.stdout)
process.on('exit', () => {
  if (failed) process.exitCode = 1
})
