import { availableParallelism } from 'node:os'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/** Runs the test files that it is given, each in a process of its own, begun in the order in which they are named. */
const files = process.argv.slice(2)
const events = run({ files, concurrency: Math.max(2, availableParallelism()) })
let failed = false
events.on('test:fail', () => {
  failed = true
})
events.compose(new spec()).pipe(process.stdout)
process.on('exit', () => {
  if (failed) process.exitCode = 1
})
