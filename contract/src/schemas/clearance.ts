import * as z from 'zod'
import { grounds, identifier, text } from './common.ts'

export const clearanceListRequest = z.strictObject({ grounds })

/** An exhibit of another agency that is not destroyed, since the reader's agency waits for it. */
const heldForUs = z.object({
  hold: identifier,
  handle: identifier,
  /** Who has it, and whom to call there. */
  keeper: z.object({ agency: z.string(), desk: z.string() }),
  /** What the keeper calls the campaign. */
  reference: z.string(),
  at: z.string(),
  /** Requests that it is held for, of those that are still open. */
  traces: z.array(identifier),
  /** Does it hold still? Not once all these requests are closed, or it was let go. */
  stands: z.boolean(),
  letGo: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
})
export type HeldForUs = z.output<typeof heldForUs>

/** What whoever oversees a custody learns of it: between whom. */
const heldOverseen = z.object({
  handle: identifier,
  keeper: z.string(),
  /** For whom it is held, and whom to call there; null where that is nobody's to know. */
  owner: z.object({ agency: z.string(), desk: z.string() }).nullable(),
  at: z.string(),
  letGoAt: z.string().nullable(),
})

/** What is held for the reader's agency, and under the custodies that the reader oversees; the last first. */
export const clearanceList = z.object({ ours: z.array(heldForUs), overseen: z.array(heldOverseen) })
export type ClearanceList = z.output<typeof clearanceList>

export const clearanceLetGoRequest = z.strictObject({ hold: identifier, why: text().regex(/\S/), grounds })
