import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wholeTruth } from '../server/src/demonstration/stories/whole-truth.ts'
import { BIN, ROOT, runProgram } from './run-program.ts'

/** `node tools/write-truth.ts`: writes down what is true of the planted stories, after one was added or changed. */
const FILE = join(ROOT, 'server/src/demonstration/stories/truth.json')

await writeFile(FILE, JSON.stringify(wholeTruth(), null, 2))
process.exitCode = await runProgram(join(BIN, 'biome'), ['format', '--write', FILE])
