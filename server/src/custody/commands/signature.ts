import { ProofmarkError } from '@proofmark/contract/errors'
import type { CustodySignature } from '@proofmark/contract/schemas/custody'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { Context } from '../../access/context.ts'
import { relyingParty } from '../../access/rules/relying-party.ts'
import type { KeptSignature } from '../queries/chain.ts'

/** A passkey's answer, and the origin at which it was given. */
export interface GivenSignature {
  readonly response: CustodySignature
  readonly origin: string
}

interface Passkey {
  readonly id: string
  readonly credential: string
  readonly publicKey: Buffer
  readonly counter: string
}

/** What a browser needs in order to have a hash signed by one of the reader's passkeys. Throws `passkey_needs_name`. */
export async function signatureOptions(
  { client, reader }: Context,
  hash: string,
  origin: string,
): Promise<Record<string, unknown>> {
  const { host } = relyingParty(origin)
  const { rows } = await client.query<{ id: string }>(
    'SELECT credential_id AS id FROM passkey WHERE account_id = $1 AND host = $2',
    [reader.account, host],
  )
  const options = await generateAuthenticationOptions({
    rpID: host,
    userVerification: 'required',
    challenge: Uint8Array.from(Buffer.from(hash, 'hex')),
    allowCredentials: rows,
  })
  return { ...options }
}

/**
 * Checks that one of the reader's own passkeys signed this hash, the person being verified by its device (WebAuthn Level 3,
 * section 7.2), and gives what is kept of it. Throws `passkey_refused`, `passkey_needs_name`.
 */
export async function takeSignature(
  { client, reader, now }: Context,
  hash: string,
  { response, origin: called }: GivenSignature,
): Promise<KeptSignature> {
  const { host, origin } = relyingParty(called)
  const { rows } = await client.query<Passkey>(
    `SELECT id, credential_id AS credential, public_key AS "publicKey", counter
     FROM passkey WHERE credential_id = $1 AND host = $2 AND account_id = $3 FOR UPDATE`,
    [response.id, host, reader.account],
  )
  const [passkey] = rows
  if (!passkey) throw new ProofmarkError('passkey_refused')
  const given = response as unknown as AuthenticationResponseJSON
  const answer = await verifyAuthenticationResponse({
    response: given,
    expectedChallenge: Buffer.from(hash, 'hex').toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => null)
  if (!answer?.verified) throw new ProofmarkError('passkey_refused')
  await client.query('UPDATE passkey SET counter = $2, last_used_at = $3 WHERE id = $1', [
    passkey.id,
    answer.authenticationInfo.newCounter,
    now,
  ])
  return {
    credential: passkey.credential,
    host,
    origin,
    publicKey: passkey.publicKey.toString('base64url'),
    authenticatorData: given.response.authenticatorData,
    clientDataJSON: given.response.clientDataJSON,
    signature: given.response.signature,
  }
}
