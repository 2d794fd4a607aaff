/**
 * A serving process for tests: starts the embedded PostgreSQL of the folder named in its first argument, prints one
 * line of JSON (the server, or the error it met), and stops when its standard input ends.
 */
import { EmbeddedError } from './errors.ts'
import type { ProgressStep } from './server.ts'
import { startEmbedded } from './start-embedded.ts'

const steps: ProgressStep[] = []
try {
  const server = await startEmbedded({
    folder: process.argv[2] ?? '',
    settings: { fsync: 'off', shared_buffers: '16MB' },
    onProgress: (step) => steps.push(step),
  })
  const { port, password, adopted } = server
  process.stdout.write(`${JSON.stringify({ port, password, adopted, steps })}\n`)
  process.stdin.resume()
  process.stdin.on('end', () => void server.stop())
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code, parameters: error.parameters, steps })}\n`)
}
