import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { Worker } from 'node:worker_threads'

/**
 * Loaded into the real parser before its own code, it waits until the parser has read its file and then tries what a
 * parser that was taken over would try. What it says goes out on the parser's standard error.
 */
const attempts: Record<string, () => unknown> = {
  'read a file of the data folder': () => readFileSync(process.argv[2]!),
  'read the password file': () => readFileSync('/etc/passwd'),
  'list the root of the project': () => readdirSync(new URL('../../../../', import.meta.url)),
  'write a file': () => writeFileSync(new URL('written', import.meta.url), ''),
  'start a program': () => spawnSync('ls'),
  'start a thread': () => new Worker('', { eval: true }),
  'make code from text': () => new Function('return 1')(),
  'reach into Node.js': () => Reflect.get(process, 'binding').call(process, 'tcp_wrap'),
  connect: () => connect(9, '127.0.0.1'),
  listen: () => createServer().listen(0),
  'send a datagram': () => createSocket('udp4').send('x', 9, '127.0.0.1'),
  'ask for a name': () => lookup('localhost'),
  fetch: () => fetch('http://127.0.0.1:8080/'),
}

/** Why an attempt failed: the code or message of the innermost cause. */
function whyOf(failure: unknown): string {
  const { cause, code, message } = failure as NodeJS.ErrnoException
  return cause === undefined ? (code ?? message) : whyOf(cause)
}

process.once('beforeExit', async () => {
  const refusals: Record<string, string> = {}
  for (const [name, attempt] of Object.entries(attempts)) {
    refusals[name] = 'it succeeded'
    try {
      await attempt()
    } catch (failure) {
      refusals[name] = whyOf(failure)
    }
  }
  process.stderr.write(JSON.stringify({ refusals, environment: Object.keys(process.env) }))
})
