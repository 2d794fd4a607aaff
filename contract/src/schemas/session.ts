import * as z from 'zod'
import { PURPOSES } from '../purposes.ts'
import { ROLES } from '../roles.ts'
import { SIGN_IN_METHODS } from '../sign-in-words.ts'

export const sessionOpenRequest = z.strictObject({ token: z.string().max(200) })

export const session = z.object({
  account: z.string(),
  agency: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  /** Roles that somebody requested and nobody has confirmed yet. */
  waitingRoles: z.array(z.enum(ROLES)),
  signIn: z.object({
    method: z.enum(SIGN_IN_METHODS),
    /** A passkey, or a password and a second factor, is set. */
    enrolled: z.boolean(),
    /** Nothing but one's own means of signing in is open until one is set. */
    enrolmentNeeded: z.boolean(),
    expiresAt: z.string(),
  }),
  /** Agencies whose custody this person oversees. */
  oversees: z.array(z.string()),
  purposes: z.array(z.enum(PURPOSES)),
  installation: z.object({ name: z.string(), country: z.string().nullable(), demonstration: z.boolean() }),
})
export type Session = z.infer<typeof session>
