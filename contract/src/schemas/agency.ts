import * as z from 'zod'
import { identifier, name, text } from './common.ts'

/** An agency as others know it: its name, and the desk to turn to. */
export const agencyDesk = z.object({ id: identifier, name: z.string(), desk: z.string() })
export type AgencyDesk = z.infer<typeof agencyDesk>

export const listedAgency = z.object({
  ...agencyDesk.shape,
  /** Who hears first of what speaks against its custody; null where nobody is named, or who is was disabled. */
  overseer: z.string().nullable(),
  /** How many people may sign in for it; null for a reader who does not see the people. */
  people: z.number().int().nullable(),
})
export type ListedAgency = z.infer<typeof listedAgency>

export const agencyList = z.object({
  /** Those beside the reader's own, by name. */
  agencies: z.array(listedAgency),
  /** The reader's own; null for somebody who works for none. */
  own: listedAgency.nullable(),
})

const desk = text().regex(/\S/)
export const agencyAddRequest = z.strictObject({ name, desk })
export const agencyCorrectRequest = z.strictObject({ agency: identifier, desk })
export const overseerNameRequest = z.strictObject({
  /** Name of the agency. */
  agency: name,
  /** Name of the account; null: nobody. */
  officer: name.nullable(),
})
