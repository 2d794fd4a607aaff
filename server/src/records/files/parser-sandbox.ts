import { fileURLToPath } from 'node:url'

/** How the parser ends itself when it holds more memory than it may. */
export const OUT_OF_MEMORY_EXIT = 77

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const FOLDER = place('.')

export interface ParserLimits {
  /** Megabytes of JavaScript values. */
  readonly heap: number
  /** Megabytes in all, as the system counts them. */
  readonly memory: number
  /** Milliseconds in which the parser must have taken or given something, while it is waited for. */
  readonly silence: number
}

export const PARSER_LIMITS: ParserLimits = { heap: 768, memory: 1_536, silence: 120_000 }

/**
 * How Node.js is started for a file of this folder so that it has no rights: it reads its own code and nothing else (not
 * the project's root, where the data may lie), writes nothing, starts no process, thread or debugger, loads no native
 * code and makes no code from text. The network is shut by the program itself (seal-network.ts).
 */
export function sandboxArguments(program: string, { heap }: Pick<ParserLimits, 'heap'>): string[] {
  const readable = [`${FOLDER}*`, `${place('../../../node_modules/')}*`, `${place('../../../../node_modules/')}*`]
  return [
    '--permission',
    ...[...readable, place('../../../package.json')].map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
    '--disable-sigusr1',
    '--no-warnings',
    `--max-old-space-size=${heap}`,
    '--max-semi-space-size=4',
    `${FOLDER}${program}`,
  ]
}

/** Nothing of ours: no secret, no setting. Windows starts no program without SystemRoot. */
export function sandboxEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env
  return { TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) }
}

export const SANDBOX_FOLDER = FOLDER
