import { ProofmarkError } from '@proofmark/contract/errors'
import type { Route } from '@proofmark/contract/route'
import type { SignIn } from '../queries/signed-in-reader.ts'
import { after, LIFETIME } from '../rules/token.ts'

/**
 * May somebody who came by this door use the route? Throws `session_needed` for a token where a person must be there
 * themselves, `enrolment_needed` before they have set how they sign in, and `sign_in_again` where the sign-in is too
 * long ago to change by what one signs in. Whoever came by a link, which works once, may do that as long as it lasts.
 */
export function needDoor({ door, beforeEnrolment }: Route, signIn: SignIn, now: Date): void {
  if (door !== undefined && signIn.session === null) throw new ProofmarkError('session_needed')
  if (signIn.enrolmentNeeded && !beforeEnrolment) throw new ProofmarkError('enrolment_needed')
  const recent = signIn.enrolmentNeeded || after(signIn.openedAt, LIFETIME.recentSignIn) > now
  if (door === 'recent_session' && !recent)
    throw new ProofmarkError('sign_in_again', { minutes: LIFETIME.recentSignIn / 60_000 })
}
