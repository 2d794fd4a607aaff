import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { needInstaller } from '../policy/installer.ts'
import { LIFETIME, tokenHash } from '../rules/token.ts'

/** 256 random bits, as they stand in a link or in an environment variable. */
const newToken = () => randomBytes(32).toString('base64url')

/**
 * A link that signs a person in. That of the first administrator works once and for half an hour; a demonstration's
 * works until the demonstration is thrown away. An administrator may issue none: it would be a way into any account.
 */
export async function issueSignInLink(
  context: Context,
  account: string,
  kind: 'first_administrator' | 'demonstration',
): Promise<string> {
  needInstaller(context.reader)
  const token = newToken()
  const expires = kind === 'demonstration' ? null : new Date(context.now.getTime() + LIFETIME.firstAdministratorLink)
  await context.query
    .insertInto('sign_in_link')
    .values({ token_sha256: tokenHash(token), account_id: account, kind, expires_at: expires, used_at: null })
    .execute()
  return token
}

/** A named token by which the shell, or a program, acts as this account. */
export async function issueAccessToken(context: Context, account: string, name: string): Promise<string> {
  needInstaller(context.reader)
  const token = newToken()
  await context.query
    .insertInto('access_token')
    .values({
      token_sha256: tokenHash(token),
      account_id: account,
      name,
      expires_at: new Date(context.now.getTime() + LIFETIME.accessToken),
      revoked_at: null,
    })
    .execute()
  return token
}
