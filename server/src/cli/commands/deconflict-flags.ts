import { COMMON, type readArguments } from '../arguments.ts'
import type { Shell } from '../shell.ts'

export const DECONFLICT_FLAGS = {
  ...COMMON,
  kind: { type: 'string' },
  value: { type: 'string' },
  case: { type: 'string' },
  id: { type: 'string' },
  consent: { type: 'string' },
  why: { type: 'string' },
} as const
type Flags = ReturnType<typeof readArguments<typeof DECONFLICT_FLAGS>>['flags']
/** What `proofmark deconflict WORD` does, with the word after it. */
export type DeconflictAct = (shell: Shell, flags: Flags, word: string | undefined) => Promise<void>
