/** How somebody showed who they are. `link`: of a demonstration, an invitation, a reset, the first administrator. */
export const SIGN_IN_METHODS = ['link', 'password', 'passkey', 'token'] as const
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

/** What became of a sign-in or a session, as its trace tells it. */
export const SIGN_IN_OUTCOMES = ['opened', 'refused', 'closed', 'revoked'] as const

/** Why a sign-in was refused, or who revoked a session. Only the trace says so: whoever was refused is not told. */
export const SIGN_IN_REASONS = [
  'unknown',
  'expired',
  'used',
  'not_from_this_machine',
  'disabled',
  'unknown_or_over',
  'name_unknown',
  'password_wrong',
  'code_wrong',
  'ticket_over',
  'passkey_unknown',
  'passkey_refused',
  'too_often',
  'own_wish',
  'administrator',
] as const
export type SignInReason = (typeof SIGN_IN_REASONS)[number]

/** Whether an account can be used: `invited` has not yet set how to sign in. */
export const ACCOUNT_STATES = ['invited', 'enrolled', 'disabled'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** Why a password is not taken. */
export const PASSWORD_FAULTS = ['too_short', 'name', 'common'] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]
