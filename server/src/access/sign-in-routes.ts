import type { Session } from '@proofmark/contract/schemas/session'
import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { cookieName, isSecure } from '../http/caller.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addPasskey, beginPasskey, takeChallenge } from './commands/add-passkey.ts'
import { closeSession } from './commands/close-session.ts'
import { holdSession } from './commands/hold-session.ts'
import { issueOwnToken, revokeToken } from './commands/issue-token.ts'
import { removePasskey, removePassword } from './commands/remove-means.ts'
import { revokeSessions } from './commands/revoke-session.ts'
import { setPassword } from './commands/set-password.ts'
import { beginSecondFactor, setSecondFactor } from './commands/set-second-factor.ts'
import type { Context } from './context.ts'
import { presentSession } from './present/session.ts'
import { overseenBy } from './queries/overseen-by.ts'
import { ownSignIn } from './queries/own-sign-in.ts'
import { readerBySession, type SignedIn } from './queries/signed-in-reader.ts'
import { waitingRoles } from './queries/waiting-roles.ts'
import { signInByLink } from './sign-in/link.ts'
import type { OpenedSession } from './sign-in/open-session.ts'
import { beginPasskeySignIn, signInByPasskey } from './sign-in/passkey.ts'
import { signInByPassword, signInBySecondFactor } from './sign-in/password.ts'

type SignInRoutes = Pick<
  Handlers,
  | 'sessionOpen'
  | 'passwordSignIn'
  | 'secondFactorSignIn'
  | 'passkeySignInOptions'
  | 'passkeySignIn'
  | 'sessionShow'
  | 'sessionClose'
  | 'ownSignIn'
  | 'passkeyAddOptions'
  | 'passkeyAdd'
  | 'passkeyRemove'
  | 'passwordSet'
  | 'passwordRemove'
  | 'secondFactorBegin'
  | 'secondFactorSet'
  | 'sessionRevoke'
  | 'tokenIssue'
  | 'tokenRevoke'
>

type OwnCall = Pick<SignedInCall<'ownSignIn'>, 'run' | 'signIn'>

/** Runs a command on the reader's own account, in a session that still stands. */
const own = <Result>({ run, signIn }: OwnCall, work: (context: Context) => Promise<Result>): Promise<Result> =>
  run(async (context) => {
    await holdSession(context, signIn)
    return work(context)
  })

/** Changes something of the reader's own and answers all of it. */
async function changed(call: OwnCall, change: (context: Context) => Promise<void>): Promise<OwnSignIn> {
  await own(call, change)
  return call.run((context) => ownSignIn(context, call.signIn.session))
}

export function signInRoutes(services: HttpServices): SignInRoutes {
  const { pool, clock, installation, signInKey } = services
  const show = async (signedIn: SignedIn): Promise<Session> => {
    const { account } = signedIn.reader
    const oversees = await overseenBy(pool, account)
    const names = oversees.map(({ name }) => name)
    return presentSession(signedIn, await waitingRoles(pool, account), names, installation)
  }
  const enter = async (http: HonoContext, { token, expires }: OpenedSession): Promise<Session> => {
    const secure = isSecure(http)
    const settings = { httpOnly: true, sameSite: 'Strict', path: '/', secure, expires } as const
    setCookie(http, cookieName(installation.id, secure), token, settings)
    const signedIn = await readerBySession(pool, token, clock())
    if (!signedIn || 'over' in signedIn) throw new TypeError('A session that was just opened is gone.')
    return show(signedIn)
  }
  return {
    sessionOpen: async ({ body, http, caller }) => enter(http, await signInByLink(services, caller, body.token)),
    passwordSignIn: async ({ body, caller }) => {
      const { ticket, expires } = await signInByPassword(services, caller, body)
      return { ticket, expiresAt: expires.toISOString() }
    },
    secondFactorSignIn: async ({ body, http, caller }) =>
      enter(http, await signInBySecondFactor(services, caller, body)),
    passkeySignInOptions: async ({ caller }) => {
      const { ticket, options } = await beginPasskeySignIn(services, caller)
      return { ticket, options: { ...options } }
    },
    passkeySignIn: async ({ body, http, caller }) => {
      // The library examines every field, and refuses what is not of its form.
      const response = body.response as unknown as AuthenticationResponseJSON
      return enter(http, await signInByPasskey(services, caller, { ticket: body.ticket, response }))
    },
    sessionShow: async ({ reader, signIn }) => show({ reader, signIn }),
    sessionClose: async ({ http, run, signIn }) => {
      await run((context) => closeSession(context, signIn))
      const secure = isSecure(http)
      deleteCookie(http, cookieName(installation.id, secure), { path: '/', secure })
      return { done: true }
    },
    ownSignIn: async ({ run, signIn }) => run((context) => ownSignIn(context, signIn.session)),
    passkeyAddOptions: async ({ run, caller }) => {
      const party = { origin: caller.origin, installation: installation.name }
      const { ticket, options } = await run((context) => beginPasskey(context, party))
      return { ticket, options: { ...options } }
    },
    passkeyAdd: async (call) => {
      const { body, caller } = call
      const response = body.response as unknown as RegistrationResponseJSON
      // Used up whatever comes of it, in a transaction of its own.
      const challenge = await call.run((context) => takeChallenge(context, body.ticket))
      const passkey = { challenge, name: body.name, origin: caller.origin, response }
      return changed(call, (context) => addPasskey(context, passkey))
    },
    passkeyRemove: async (call) => changed(call, (context) => removePasskey(context, call.body.id)),
    passwordSet: async (call) => changed(call, (context) => setPassword(context, call.body.password)),
    passwordRemove: async (call) => changed(call, removePassword),
    secondFactorBegin: async ({ run }) =>
      run((context) => beginSecondFactor(context, { signInKey, installation: installation.name })),
    secondFactorSet: async (call) => changed(call, (context) => setSecondFactor(context, { ...call.body, signInKey })),
    sessionRevoke: async (call) => {
      const which = 'id' in call.body ? call.body : { butThis: call.signIn.session }
      return changed(call, (context) => revokeSessions(context, which))
    },
    tokenIssue: async (call) => {
      const { id, token, expires } = await own(call, (context) => issueOwnToken(context, call.body))
      return { id, token, expiresAt: expires.toISOString() }
    },
    tokenRevoke: async (call) => changed(call, (context) => revokeToken(context, call.body.id)),
  }
}
