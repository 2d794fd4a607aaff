import type { Context } from '../context.ts'
import type { SignIn } from '../queries/signed-in-reader.ts'

/** Ends the session from which the reader asks; it opens nothing from then on. A token is not ended so. */
export async function closeSession({ query, now, reader, audit }: Context, signIn: SignIn): Promise<void> {
  await query
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', signIn.session)
    .where('account_id', '=', reader.account)
    .where('revoked_at', 'is', null)
    .execute()
  await audit({ action: 'session.closed', subjects: [reader.account], body: { method: signIn.method } })
}
