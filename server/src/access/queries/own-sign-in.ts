import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import type { Context } from '../context.ts'
import { methodOf, type OpenedBy } from '../rules/opened-by.ts'
import { after, LIFETIME } from '../rules/token.ts'
import { isEnrolled } from './enrolled.ts'
import { waitingRoles } from './waiting-roles.ts'

const iso = (moment: Date): string => moment.toISOString()
const isoOrNull = (moment: Date | null): string | null => moment?.toISOString() ?? null

async function listPasskeys({ query, reader }: Context): Promise<OwnSignIn['passkeys']> {
  const rows = await query
    .selectFrom('passkey')
    .select(['id', 'name', 'added_at', 'last_used_at', 'backed_up'])
    .where('account_id', '=', reader.account)
    .orderBy('added_at')
    .execute()
  return rows.map(({ added_at, last_used_at, backed_up, ...row }) => ({
    ...row,
    addedAt: iso(added_at),
    lastUsedAt: isoOrNull(last_used_at),
    backedUp: backed_up,
  }))
}

async function listSessions({ query, reader, now }: Context, current: string | null): Promise<OwnSignIn['sessions']> {
  const rows = await query
    .selectFrom('session')
    .select(['id', 'opened_at', 'last_seen_at', 'expires_at', 'opened_by', 'browser'])
    .where('account_id', '=', reader.account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', after(now, -LIFETIME.idleSession))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(({ id, opened_at, last_seen_at, expires_at, opened_by, browser }) => ({
    id,
    openedAt: iso(opened_at),
    lastSeenAt: iso(last_seen_at),
    expiresAt: iso(expires_at),
    method: methodOf(opened_by as OpenedBy),
    browser,
    current: id === current,
  }))
}

async function listTokens({ query, reader, now }: Context): Promise<OwnSignIn['tokens']> {
  const rows = await query
    .selectFrom('access_token')
    .select(['id', 'name', 'issued_at', 'expires_at', 'last_used_at'])
    .where('account_id', '=', reader.account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('issued_at')
    .execute()
  return rows.map(({ id, name, issued_at, expires_at, last_used_at }) => ({
    id,
    name,
    issuedAt: iso(issued_at),
    expiresAt: iso(expires_at),
    lastUsedAt: isoOrNull(last_used_at),
  }))
}

/** All by which the reader signs in, and where they are signed in; `current`: the session from which they ask. */
export async function ownSignIn(context: Context, current: string | null): Promise<OwnSignIn> {
  const { query, client, reader } = context
  const setAt = async (table: 'account_password' | 'second_factor') => {
    const found = await query
      .selectFrom(table)
      .select('set_at')
      .where('account_id', '=', reader.account)
      .executeTakeFirst()
    return found ? { setAt: iso(found.set_at) } : null
  }
  const enrolled = await isEnrolled(client, reader.account)
  const waiting = await waitingRoles(client, reader.account)
  const own = await query
    .selectFrom('account_sign_in')
    .select('confirmation_code')
    .where('account_id', '=', reader.account)
    .executeTakeFirst()
  return {
    account: reader.name,
    enrolled,
    confirmationCode: enrolled && waiting.length > 0 ? (own?.confirmation_code ?? null) : null,
    waitingRoles: waiting,
    passkeys: await listPasskeys(context),
    password: await setAt('account_password'),
    secondFactor: await setAt('second_factor'),
    sessions: await listSessions(context, current),
    tokens: await listTokens(context),
  }
}
