import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './settings.ts'

/** The version of this Proofmark, as its root package states it. */
export const VERSION: string = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version
