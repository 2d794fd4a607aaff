import * as z from 'zod'
import { ROLES } from '../roles.ts'
import { ACCOUNT_STATES, SIGN_IN_METHODS, SIGN_IN_OUTCOMES, SIGN_IN_REASONS } from '../sign-in-words.ts'
import { identifier, momentOf, name } from './common.ts'

const role = z.enum(ROLES)

export const roleRequestShown = z.object({
  id: identifier,
  role,
  requestedBy: z.string(),
  requestedAt: z.string(),
  /** May this reader confirm it, once the account has set how to sign in? */
  mayConfirm: z.boolean(),
})

export const account = z.object({
  id: identifier,
  name: z.string(),
  agency: z.string().nullable(),
  roles: z.array(role),
  requests: z.array(roleRequestShown),
  state: z.enum(ACCOUNT_STATES),
  lastSignInAt: z.string().nullable(),
})
export type Account = z.infer<typeof account>
export const accountList = z.object({ accounts: z.array(account) })

export const accountInviteRequest = z.strictObject({
  name,
  /** Name of the agency; null for somebody who works for none. */
  agency: name.nullable(),
  roles: z.array(role).max(ROLES.length),
})
/** `link` is the token, shown this once; the person opens it as `/sign-in#LINK` of this server. */
export const accountInvited = z.object({ id: identifier, link: z.string(), expiresAt: z.string() })
export const accountResetRequest = z.strictObject({ account: identifier })
export const accountReset = z.object({ link: z.string(), expiresAt: z.string() })
export const accountDisableRequest = z.strictObject({ account: identifier, disabled: z.boolean() })
export const accountSignOutRequest = z.strictObject({ account: identifier })

export const roleRequestRequest = z.strictObject({ account: identifier, role })
export const roleDecideRequest = z.strictObject({
  request: identifier,
  verdict: z.enum(['confirm', 'refuse']),
  /** The eight digits that the person reads out; needed to confirm. */
  code: z.string().max(20).optional(),
})
export const roleTakeRequest = z.strictObject({ account: identifier, role })

export const signInTraceRequest = z.strictObject({
  account: identifier.optional(),
  /** `at` of the last entry of the page before. */
  before: momentOf({ precision: 6 }).optional(),
})
export const signInTrace = z.object({
  entries: z.array(
    z.object({
      at: z.string(),
      account: z.string().nullable(),
      outcome: z.enum(SIGN_IN_OUTCOMES),
      method: z.enum(SIGN_IN_METHODS).nullable(),
      reason: z.enum(SIGN_IN_REASONS).nullable(),
    }),
  ),
})
export type SignInTrace = z.infer<typeof signInTrace>
