import type pg from 'pg'

type Connection = pg.Pool | pg.ClientBase

/** SQL: has the account of this alias set by what it signs in? A passkey, or a password and a second factor. */
export const ENROLLED = (account: string): string => `(
  EXISTS (SELECT FROM passkey k WHERE k.account_id = ${account}.id)
  OR (EXISTS (SELECT FROM account_password p WHERE p.account_id = ${account}.id)
    AND EXISTS (SELECT FROM second_factor f WHERE f.account_id = ${account}.id)))`

/** SQL: may the account of this alias be acted as? Enrolled, or a part in a demonstration, whose link is its way in. */
export const USABLE = (account: string): string => `(
  ${ENROLLED(account)}
  OR EXISTS (SELECT FROM sign_in_link l WHERE l.account_id = ${account}.id AND l.kind = 'demonstration'))`

/** Has this account set by what it signs in? */
export async function isEnrolled(connection: Connection, account: string): Promise<boolean> {
  const { rows } = await connection.query<{ enrolled: boolean }>(
    `SELECT ${ENROLLED('a')} AS enrolled FROM account a WHERE a.id = $1`,
    [account],
  )
  return rows[0]?.enrolled ?? false
}

/** May this account be acted as? */
export async function isUsable(connection: Connection, account: string): Promise<boolean> {
  const { rows } = await connection.query<{ usable: boolean }>(
    `SELECT ${USABLE('a')} AS usable FROM account a WHERE a.id = $1`,
    [account],
  )
  return rows[0]?.usable ?? false
}

/** Is there an administrator who can sign in? Where none is, each start prints a link that makes one. */
export async function isAdministered(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ administered: boolean }>(
    `SELECT EXISTS (
       SELECT FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE r.role = 'administrator' AND a.kind = 'person' AND a.disabled_at IS NULL AND ${USABLE('a')}
     ) AS administered`,
  )
  return rows[0]?.administered ?? false
}

/**
 * Could anybody ever sign in? From then on the installation is its people's: the shell is the installer's no more, also
 * where no administrator is left who can sign in. It is asked of a mark that a reset does not take and a backup holds.
 */
export async function isInhabited(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ inhabited: boolean }>(
    'SELECT EXISTS (SELECT FROM account_sign_in WHERE first_enrolled_at IS NOT NULL) AS inhabited',
  )
  return rows[0]?.inhabited ?? false
}
