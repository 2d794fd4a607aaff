import { ProofmarkError } from '@proofmark/contract/errors'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type pg from 'pg'
import { relyingParty } from '../rules/relying-party.ts'
import { attemptToOpen, type Caller, type SignInServices } from './attempt.ts'
import { type OpenedSession, openSession, type Refusal } from './open-session.ts'
import { waitingAt } from './throttle.ts'
import { giveTicket, takeTicket } from './ticket.ts'

/**
 * What a browser needs in order to ask for a passkey that it can find by itself: no name is asked, so none is given away.
 * Throws `passkey_needs_name`, `sign_in_too_often`.
 */
export async function beginPasskeySignIn(
  { pool, signInKey }: SignInServices,
  { origin, address, now }: Caller,
): Promise<{ ticket: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const { host } = relyingParty(origin)
  const wait = await waitingAt(pool, signInKey, now, { kind: 'address', value: address })
  if (wait) throw new ProofmarkError('sign_in_too_often', { seconds: wait.seconds })
  const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' })
  const content = Buffer.from(options.challenge, 'base64url')
  const { ticket } = await giveTicket(pool, 'passkey_sign_in', { account: null, content }, now)
  return { ticket, options }
}

interface Passkey {
  readonly id: string
  readonly account: string
  readonly credential: string
  readonly publicKey: Buffer
  readonly counter: string
}

/** Taken, so that of two answers with the same counter one is refused. */
const TAKE_PASSKEY = `
  SELECT id, account_id AS account, credential_id AS credential, public_key AS "publicKey", counter
  FROM passkey WHERE credential_id = $1 AND host = $2 FOR UPDATE`

async function tryPasskey(
  client: pg.ClientBase,
  caller: Caller,
  challenge: Buffer,
  response: AuthenticationResponseJSON,
): Promise<OpenedSession | Refusal> {
  const { host, origin } = relyingParty(caller.origin)
  const { rows } = await client.query<Passkey>(TAKE_PASSKEY, [response.id, host])
  const [passkey] = rows
  if (!passkey) return { reason: 'passkey_unknown', account: null }
  const { account } = passkey
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => null)
  // A counter that does not rise says that the key was copied (WebAuthn, section 6.1.1); the library refuses it.
  if (!answer?.verified) return { reason: 'passkey_refused', account }
  const { newCounter, credentialBackedUp } = answer.authenticationInfo
  await client.query('UPDATE passkey SET counter = $2, backed_up = $3, last_used_at = $4 WHERE id = $1', [
    passkey.id,
    newCounter,
    credentialBackedUp,
    caller.now,
  ])
  return openSession(client, { account, by: 'passkey', browser: caller.browser, now: caller.now })
}

/** Opens a session with a passkey. Throws `sign_in_refused`, `passkey_needs_name`, `sign_in_too_often`. */
export async function signInByPasskey(
  services: SignInServices,
  caller: Caller,
  { ticket, response }: { readonly ticket: string; readonly response: AuthenticationResponseJSON },
): Promise<OpenedSession> {
  // Used up whatever comes of it: no answer is examined twice against one challenge.
  const begun = await takeTicket(services.pool, 'passkey_sign_in', ticket, caller.now)
  return attemptToOpen(services, caller, { method: 'passkey', code: 'sign_in_refused' }, async (client) =>
    begun?.content
      ? tryPasskey(client, caller, begun.content, response)
      : { reason: 'ticket_over' as const, account: null },
  )
}
