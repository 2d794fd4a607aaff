import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TRACE_FORM } from '../contract/src/schemas/trace-message.ts'
import { traceJsonSchema } from '../contract/src/trace-schema.ts'
import { BIN, ROOT, runProgram } from './run-program.ts'

/** `node tools/write-trace-schema.ts`: publishes the form of trace requests and replies, after something was added to it. */
const FOLDER = join(ROOT, 'contract/published')
const FILE = join(FOLDER, `${TRACE_FORM}.schema.json`)

await mkdir(FOLDER, { recursive: true })
await writeFile(FILE, JSON.stringify(traceJsonSchema(), null, 2))
process.exitCode = await runProgram(join(BIN, 'biome'), ['format', '--write', FILE])
