import * as z from 'zod'
import { PURPOSES } from '../purposes.ts'
import { ROLES } from '../roles.ts'

export const sessionOpenRequest = z.strictObject({ token: z.string().max(200) })

export const session = z.object({
  account: z.string(),
  agency: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  /** Agencies whose custody this person oversees. */
  oversees: z.array(z.string()),
  purposes: z.array(z.enum(PURPOSES)),
  installation: z.object({ name: z.string(), country: z.string().nullable(), demonstration: z.boolean() }),
})
export type Session = z.infer<typeof session>
