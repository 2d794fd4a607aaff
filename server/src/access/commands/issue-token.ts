import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { needInstaller } from '../policy/installer.ts'
import { after, LIFETIME, newToken, tokenHash } from '../rules/token.ts'

/**
 * A link that signs a person in. That of the first administrator works once and for half an hour; a demonstration's
 * works until the demonstration is thrown away. An administrator may issue neither: it would be a way into any account.
 */
export async function issueSignInLink(
  context: Context,
  account: string,
  kind: 'first_administrator' | 'demonstration',
): Promise<string> {
  needInstaller(context.reader)
  const token = newToken()
  const expires = kind === 'demonstration' ? null : after(context.now, LIFETIME.firstAdministratorLink)
  await context.query
    .insertInto('sign_in_link')
    .values({ token_sha256: tokenHash(token), account_id: account, kind, expires_at: expires, used_at: null })
    .execute()
  return token
}

interface IssuedToken {
  readonly id: string
  readonly token: string
  readonly expires: Date
}

async function writeToken(context: Context, account: string, name: string, lifetime: number): Promise<IssuedToken> {
  const token = newToken()
  const id = randomUUID()
  const expires = after(context.now, lifetime)
  await context.query
    .insertInto('access_token')
    .values({
      id,
      token_sha256: tokenHash(token),
      account_id: account,
      name,
      issued_at: context.now,
      expires_at: expires,
      revoked_at: null,
      last_used_at: null,
    })
    .execute()
  return { id, token, expires }
}

/** A named token by which the shell, or a program, acts as this account. */
export async function issueAccessToken(context: Context, account: string, name: string): Promise<string> {
  needInstaller(context.reader)
  return (await writeToken(context, account, name, LIFETIME.accessToken)).token
}

const DAY = 24 * 60 * 60 * 1000

/** A named token of the reader's own, shown this once. Throws `name_taken`. */
export async function issueOwnToken(
  context: Context,
  { name, days }: { readonly name: string; readonly days: number },
): Promise<IssuedToken> {
  const { client, reader, now, audit } = context
  const taken = await client.query(
    'SELECT FROM access_token WHERE account_id = $1 AND name = $2 AND revoked_at IS NULL AND expires_at > $3',
    [reader.account, name, now],
  )
  if (taken.rowCount) throw new ProofmarkError('name_taken', { value: name })
  const issued = await writeToken(context, reader.account, name, days * DAY)
  await audit({ action: 'token.issued', subjects: [reader.account], body: { name, days } })
  return issued
}

/** Ends one of the reader's tokens at once. Throws `not_found`. */
export async function revokeToken({ client, reader, now, audit }: Context, id: string): Promise<void> {
  const ended = await client.query<{ name: string }>(
    'UPDATE access_token SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING name',
    [id, reader.account, now],
  )
  const [token] = ended.rows
  if (!token) throw new ProofmarkError('not_found', { what: id })
  await audit({ action: 'token.revoked', subjects: [reader.account], body: { name: token.name } })
}
