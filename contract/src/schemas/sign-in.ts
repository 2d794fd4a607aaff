import * as z from 'zod'
import { ROLES } from '../roles.ts'
import { SIGN_IN_METHODS } from '../sign-in-words.ts'
import { identifier, name } from './common.ts'

/** What was begun is ended under the same ticket, once and within minutes. */
const ticket = z.string().min(1).max(200)
/** A password as it was typed; a longer one than can be set is refused unread. */
const password = z.string().max(200)
/** Six digits of an authenticator app; blanks between them are no mistake. */
const oneTimeCode = z.string().max(20)

/** Credentials travel as WebAuthn's own JSON (Level 3, section 5.1); the server examines every field. */
const credential = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
})
const credentialOptions = z.record(z.string(), z.unknown())

export const nothing = z.strictObject({})

export const passwordSignInRequest = z.strictObject({ name: z.string().max(200), password })
export const secondFactorAsked = z.object({ ticket: z.string(), expiresAt: z.string() })
export const secondFactorSignInRequest = z.strictObject({ ticket, code: oneTimeCode })

export const passkeyOptions = z.object({ ticket: z.string(), options: credentialOptions })
export const passkeySignInRequest = z.strictObject({ ticket, response: credential })

export const passkeyAddRequest = z.strictObject({ ticket, name, response: credential })
export const passkeyRemoveRequest = z.strictObject({ id: identifier })
export const passwordSetRequest = z.strictObject({ password })
/** `address` is the otpauth:// address for a QR code, `secret` the same for typing (base 32). */
export const secondFactorBegun = z.object({ ticket: z.string(), secret: z.string(), address: z.string() })
export const secondFactorSetRequest = z.strictObject({ ticket, code: oneTimeCode })

export const sessionRevokeRequest = z.union([
  z.strictObject({ id: identifier }),
  z.strictObject({ others: z.literal(true) }),
])

export const tokenIssueRequest = z.strictObject({ name, days: z.number().int().min(1).max(90) })
export const tokenIssued = z.object({ id: identifier, token: z.string(), expiresAt: z.string() })
export const tokenRevokeRequest = z.strictObject({ id: identifier })

/** All by which somebody signs in, and where they are signed in now. */
export const ownSignIn = z.object({
  account: z.string(),
  enrolled: z.boolean(),
  /** Eight digits to be read out to whoever confirms the roles; null where no role waits or nothing is set yet. */
  confirmationCode: z.string().nullable(),
  waitingRoles: z.array(z.enum(ROLES)),
  passkeys: z.array(
    z.object({
      id: identifier,
      name: z.string(),
      addedAt: z.string(),
      lastUsedAt: z.string().nullable(),
      /** Copied to other devices by the maker of the key. */
      backedUp: z.boolean(),
    }),
  ),
  password: z.object({ setAt: z.string() }).nullable(),
  secondFactor: z.object({ setAt: z.string() }).nullable(),
  sessions: z.array(
    z.object({
      id: identifier,
      openedAt: z.string(),
      lastSeenAt: z.string(),
      expiresAt: z.string(),
      method: z.enum(SIGN_IN_METHODS),
      /** What the browser said of itself, in few words; null where it said nothing. */
      browser: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
  tokens: z.array(
    z.object({
      id: identifier,
      name: z.string(),
      issuedAt: z.string(),
      expiresAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
})
export type OwnSignIn = z.infer<typeof ownSignIn>
