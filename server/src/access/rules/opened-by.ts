import type { SignInMethod } from '@proofmark/contract/sign-in-words'

/** What opened a session: a method of signing in, or a link of one kind. */
export type OpenedBy = 'first_administrator' | 'demonstration' | 'invitation' | 'reset' | 'password' | 'passkey'

/** The method, as people know it. */
export const methodOf = (by: OpenedBy): SignInMethod => (by === 'password' || by === 'passkey' ? by : 'link')

/** Was it opened in order to set how one signs in? A demonstration's link is itself the way in. */
export const opensForEnrolment = (by: OpenedBy): boolean =>
  by === 'first_administrator' || by === 'invitation' || by === 'reset'
