import type { Context } from '../context.ts'
import { after, LIFETIME, newToken, tokenHash } from '../rules/token.ts'
import { voidLinks } from '../sign-in/means.ts'

export interface GivenLink {
  /** Shown this once; kept as its hash. */
  readonly link: string
  readonly expires: Date
}

/** A link by which somebody sets how they sign in: once, in place of those of before. It is kept who handed it out. */
export async function giveLink(
  { client, reader, now }: Context,
  account: string,
  kind: 'invitation' | 'reset',
): Promise<GivenLink> {
  const link = newToken()
  const expires = after(now, LIFETIME[kind])
  await voidLinks(client, account, now)
  await client.query('INSERT INTO sign_in_link (token_sha256, account_id, kind, expires_at) VALUES ($1, $2, $3, $4)', [
    tokenHash(link),
    account,
    kind,
    expires,
  ])
  await client.query(
    `INSERT INTO account_sign_in (account_id, link_issued_by) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET link_issued_by = $2`,
    [account, reader.account],
  )
  return { link, expires }
}
