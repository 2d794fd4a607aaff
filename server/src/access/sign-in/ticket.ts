import type pg from 'pg'
import { after, isAhead, LIFETIME, newToken, tokenHash } from '../rules/token.ts'

export type TicketKind = 'second_factor' | 'passkey_sign_in' | 'passkey_add' | 'second_factor_set'

export interface Ticket {
  readonly account: string | null
  readonly content: Buffer | null
}

type Connection = pg.Pool | pg.ClientBase

/** A ticket for what was begun; those that are over go at the same time. */
export async function giveTicket(
  connection: Connection,
  kind: TicketKind,
  { account, content }: Ticket,
  now: Date,
): Promise<{ ticket: string; expires: Date }> {
  const ticket = newToken()
  const expires = after(now, kind === 'second_factor_set' ? LIFETIME.secondFactorTicket : LIFETIME.ticket)
  await connection.query('DELETE FROM sign_in_ticket WHERE expires_at <= $1', [now])
  await connection.query(
    'INSERT INTO sign_in_ticket (token_sha256, kind, account_id, content, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [tokenHash(ticket), kind, account, content, expires],
  )
  return { ticket, expires }
}

/** What was begun under this ticket, which is used up by asking; null where there is none, or it is over. */
export async function takeTicket(
  connection: Connection,
  kind: TicketKind,
  ticket: string,
  now: Date,
): Promise<Ticket | null> {
  const { rows } = await connection.query<Ticket & { expires: Date }>(
    `DELETE FROM sign_in_ticket WHERE token_sha256 = $1 AND kind = $2
     RETURNING account_id AS account, content, expires_at AS expires`,
    [tokenHash(ticket), kind],
  )
  const [taken] = rows
  const stands = taken && taken.expires > now && !isAhead(taken.expires, now, LIFETIME.secondFactorTicket)
  return stands ? { account: taken.account, content: taken.content } : null
}

/** The same, and it stays: for what may be tried again. */
export async function readTicket(
  connection: Connection,
  kind: TicketKind,
  ticket: string,
  now: Date,
): Promise<Ticket | null> {
  const { rows } = await connection.query<Ticket>(
    `SELECT account_id AS account, content FROM sign_in_ticket
     WHERE token_sha256 = $1 AND kind = $2 AND expires_at > $3`,
    [tokenHash(ticket), kind, now],
  )
  return rows[0] ?? null
}
