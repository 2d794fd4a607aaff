import { join } from 'node:path'
import { BIN, runProgram } from './run-program.ts'

/** `npm run format`: brings every file into the one form. */
process.exitCode = await runProgram(join(BIN, 'biome'), ['check', '--write', '.'])
