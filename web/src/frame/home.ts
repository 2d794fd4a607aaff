import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { View } from './address.ts'
import { ADMINISTRATORS, holdsOne, OVERSEERS } from './desk-roles.ts'
import type { SessionState } from './useSession.ts'

/** What the app shows, before the address has its say. */
export type Shown = 'opening' | 'failed' | 'sign-in' | 'set-up' | 'desks'

/** Who is signed in, and whether they have set how to sign in and hold a role, decides what is shown. */
export function shownFor(state: SessionState, view: View): Shown {
  if (view.name === 'sign-in' && view.token !== null) return 'sign-in'
  if (state.kind === 'signed-in') return setsUp(state.session, view) ? 'set-up' : 'desks'
  if (state.kind === 'failed') return 'failed'
  return state.kind === 'signed-out' || view.name === 'sign-in' ? 'sign-in' : 'opening'
}

/** Is there something to set, or only a role to wait for? */
function setsUp({ signIn, roles, waitingRoles, oversees }: Session, view: View): boolean {
  if (signIn.enrolmentNeeded) return true
  if (view.name === 'me') return false
  const works = roles.length > 0 || oversees.length > 0
  return !works || (view.name === 'set-up' && waitingRoles.length > 0)
}

/** The page that somebody begins at. */
export function homeOf(session: Session): string {
  if (holdsOne(session, READERS)) return '/find'
  if (holdsOne(session, ADMINISTRATORS)) return '/people'
  if (holdsOne(session, OVERSEERS)) return '/log'
  return session.oversees.length > 0 ? '/oversight' : '/me'
}
