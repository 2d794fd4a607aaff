import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../cli/settings.ts'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `proofmark …` as a user would, on a data folder. */
export function proofmark(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const environment = {
    ...process.env,
    PROOFMARK_DATA: folder,
    PROOFMARK_LOCALE: 'en',
    DATABASE_URL: '',
    PROOFMARK_TOKEN: '',
    ...env,
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'server/src/cli/main.ts'), ...args],
      { env: environment },
      (failure, out, err) => {
        const code = failure ? (typeof failure.code === 'number' ? failure.code : 1) : 0
        resolve({ code, out, err })
      },
    )
  })
}
