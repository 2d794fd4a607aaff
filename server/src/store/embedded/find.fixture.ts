/** A shell command for tests: prints what it finds running on the folder named in its first argument, and ends. */
import { findRunning } from './find-running.ts'

const server = await findRunning(process.argv[2] ?? '')
await server?.stop()
process.stdout.write(`${JSON.stringify(server && { port: server.port, password: server.password })}\n`)
