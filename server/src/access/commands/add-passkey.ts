import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from '../context.ts'
import { relyingParty } from '../rules/relying-party.ts'
import { giveTicket, takeTicket } from '../sign-in/ticket.ts'
import { changeMeans } from './enrol.ts'

/** EdDSA, ES256 and RS256 (IANA, COSE Algorithms): what authenticators know today. */
const ALGORITHMS = [-8, -7, -257]

/**
 * What a browser needs in order to make a passkey of the reader's: one that it finds by itself, whose device checks who
 * uses it. Its maker need not vouch for it. Throws `passkey_needs_name`.
 */
export async function beginPasskey(
  { client, reader, now }: Context,
  { origin, installation }: { readonly origin: string; readonly installation: string },
): Promise<{ ticket: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const { host } = relyingParty(origin)
  const { rows } = await client.query<{ id: string; transports: string[] }>(
    'SELECT credential_id AS id, transports FROM passkey WHERE account_id = $1 AND host = $2',
    [reader.account, host],
  )
  const options = await generateRegistrationOptions({
    rpName: installation,
    rpID: host,
    userName: reader.name,
    userDisplayName: reader.name,
    userID: Uint8Array.from(Buffer.from(reader.account.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: rows,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const content = Buffer.from(options.challenge, 'base64url')
  const { ticket } = await giveTicket(client, 'passkey_add', { account: reader.account, content }, now)
  return { ticket, options }
}

export interface NewPasskey {
  readonly challenge: Buffer
  readonly name: string
  readonly origin: string
  readonly response: RegistrationResponseJSON
}

/** The challenge that was begun under this ticket, which is used up by asking. Throws `ticket_over`. */
export async function takeChallenge({ client, reader, now }: Context, ticket: string): Promise<Buffer> {
  const begun = await takeTicket(client, 'passkey_add', ticket, now)
  if (begun?.account !== reader.account || !begun.content) throw new ProofmarkError('ticket_over')
  return begun.content
}

/** Adds the passkey that the browser made. Throws `passkey_refused`, `passkey_needs_name`. */
export async function addPasskey(context: Context, { challenge, name, origin, response }: NewPasskey): Promise<void> {
  const { client, reader, now, audit } = context
  const party = relyingParty(origin)
  const made = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge.toString('base64url'),
    expectedOrigin: party.origin,
    expectedRPID: party.host,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!made?.verified) throw new ProofmarkError('passkey_refused')
  const { credential, credentialBackedUp } = made.registrationInfo
  const id = randomUUID()
  await changeMeans(context, 'passkey', async () => {
    const added = await client.query(
      `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, host, name, backed_up, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (credential_id) DO NOTHING`,
      [
        id,
        reader.account,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        party.host,
        name,
        credentialBackedUp,
        now,
      ],
    )
    if (added.rowCount === 0) throw new ProofmarkError('passkey_refused')
    await audit({ action: 'passkey.added', subjects: [reader.account], body: { name } })
  })
}
