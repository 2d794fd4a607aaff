import { MARK_KINDS, MARK_STATES, PARTS } from '@proofmark/domain/marking'
import * as z from 'zod'

export const markCharacter = z.object({
  state: z.enum(['clear', 'doubtful', 'lost', 'restored']),
  alternatives: z.array(z.string()),
  run: z.boolean(),
})

export const mark = z.object({
  part: z.enum(PARTS),
  kind: z.enum(MARK_KINDS),
  stated: z.string(),
  norm: z.string().nullable(),
  skeleton: z.string().nullable(),
  script: z.enum(['latin', 'cyrillic', 'greek', 'arabic', 'mixed', 'none']),
  state: z.enum(MARK_STATES),
  characters: z.array(markCharacter),
  /** No table knows the text; it waits for a curator. */
  unread: z.boolean(),
})

export const word = z.object({
  stated: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  known: z.boolean(),
  /** What the words say where they are no name: nothing was recorded, there is none, it was made by hand, … */
  said: z.string(),
})

export const item = z.object({
  serial: mark,
  make: word,
  model: word,
  calibre: word,
  type: word,
  country: word,
  yearStated: z.string().nullable(),
  year: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
})
export type Item = z.infer<typeof item>
