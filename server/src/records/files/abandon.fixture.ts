import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { openTable } from './open-table.ts'
import { utf8 } from './table.fixture.ts'

/** Opens a table whose content never ends, says which process parses it, and waits to be killed. */
subscribe('child_process', (message) => {
  const { process: parser } = message as { process: ChildProcess }
  parser.once('spawn', () => process.stdout.write(`${parser.pid}\n`))
})

async function* content() {
  yield utf8(`id,serial\n${'1,A\n'.repeat(50_000)}`)
  await new Promise(() => setInterval(() => {}, 60_000))
}

const table = await openTable('abandoned', content())
for await (const { row } of table.rows) if (row === 2) process.stdout.write('reading\n')
