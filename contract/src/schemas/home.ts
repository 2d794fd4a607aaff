import * as z from 'zod'
import { WAIT_KINDS } from '../wait-kinds.ts'
import { identifier } from './common.ts'

/** Something that waits for the reader: how much of it, and never what it says. */
export const wait = z.object({
  kind: z.enum(WAIT_KINDS),
  count: z.number().int().min(1),
  /** Are there more than were counted? */
  more: z.boolean(),
  /** A record, or a ballistic item, of the one that waits longest, where it is to be found at that. */
  record: identifier.nullable(),
})
export type Wait = z.infer<typeof wait>

export const homeShow = z.object({ waits: z.array(wait) })
export type HomeShow = z.infer<typeof homeShow>
