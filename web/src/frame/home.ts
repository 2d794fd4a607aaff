import type { Session } from '@proofmark/contract/schemas/session'
import type { View } from './address.ts'

import type { SessionState } from './useSession.ts'

/** What the app shows, before the address has its say. */
export type Shown = 'opening' | 'failed' | 'sign-in' | 'set-up' | 'desks' | 'field'

/** Who is signed in, and whether they have set how to sign in and hold a role, decides what is shown. */
export function shownFor(state: SessionState, view: View): Shown {
  if (view.name === 'sign-in' && view.token !== null) return 'sign-in'
  // Recording in the field needs nobody's leave and no network: what is recorded stays on the device until it is sent.
  if (view.name === 'field' && !(state.kind === 'signed-in' && setsUp(state.session, view))) return 'field'
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

/** Where everybody's work begins who has any. */
export const START = '/'

/** The page that somebody begins at. */
export const homeOf = ({ roles, oversees }: Session): string =>
  roles.length > 0 || oversees.length > 0 ? START : '/me'
