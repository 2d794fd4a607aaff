import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { factorAddress, newFactorSecret, stepOfCode } from '../rules/one-time-code.ts'
import { openSecret, sealSecret } from '../rules/sealed-secret.ts'
import { giveTicket, readTicket, takeTicket } from '../sign-in/ticket.ts'
import { changeMeans } from './enrol.ts'

/** A secret for the reader's authenticator app, which counts once a code of it was typed. */
export async function beginSecondFactor(
  { client, reader, now }: Context,
  { signInKey, installation }: { readonly signInKey: Buffer; readonly installation: string },
): Promise<{ ticket: string; secret: string; address: string }> {
  const secret = newFactorSecret()
  const content = sealSecret(secret, signInKey, reader.account)
  const { ticket } = await giveTicket(client, 'second_factor_set', { account: reader.account, content }, now)
  return { ticket, ...factorAddress(secret, installation, reader.name) }
}

export interface TypedCode {
  readonly ticket: string
  readonly code: string
  readonly signInKey: Buffer
}

/**
 * Sets the second factor that was begun under the ticket. Throws `ticket_over`, and `code_wrong`, after which the ticket
 * still stands.
 */
export async function setSecondFactor(context: Context, { ticket, code, signInKey }: TypedCode): Promise<void> {
  const { client, reader, now, audit } = context
  const begun = await readTicket(client, 'second_factor_set', ticket, now)
  if (begun?.account !== reader.account || !begun.content) throw new ProofmarkError('ticket_over')
  const { content } = begun
  const secret = openSecret(content, signInKey, reader.account)
  if (!secret) throw new ProofmarkError('ticket_over')
  const step = stepOfCode(secret, code, now)
  if (step === null) throw new ProofmarkError('code_wrong')
  await takeTicket(client, 'second_factor_set', ticket, now)
  await changeMeans(context, 'second_factor', async () => {
    await client.query(
      `INSERT INTO second_factor (account_id, sealed_secret, last_step, set_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET sealed_secret = $2, last_step = $3, set_at = $4`,
      [reader.account, content, step, now],
    )
    await audit({ action: 'second_factor.set', subjects: [reader.account] })
  })
}
