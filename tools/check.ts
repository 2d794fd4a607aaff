import { join } from 'node:path'
import { BIN, runProgram } from './run-program.ts'

/**
 * Types and style: what the compiler and the formatter can say without running anything. Answers how many failed. The
 * compiler checks in one thread: several each work out the types that they share, for twice the work.
 */
export async function checkSteps(): Promise<number> {
  const types = await runProgram(join(BIN, 'tsc'), ['--noEmit', '-p', 'tsconfig.json', '--checkers', '1'])
  const style = await runProgram(join(BIN, 'biome'), ['check', '--error-on-warnings', '.'])
  return Number(types !== 0) + Number(style !== 0)
}

if (import.meta.main) process.exitCode = (await checkSteps()) === 0 ? 0 : 1
