import { ProofmarkError } from '@proofmark/contract/errors'
import type pg from 'pg'
import { stepOfCode } from '../rules/one-time-code.ts'
import { openSecret } from '../rules/sealed-secret.ts'
import { attempt, attemptToOpen, type Caller, logRefusal, type SignInServices } from './attempt.ts'
import { type OpenedSession, openSession, type Refusal } from './open-session.ts'
import { giveTicket, readTicket, takeTicket } from './ticket.ts'
import { fitsVerifier } from './verifier.ts'

interface Known {
  readonly account: string
  readonly verifier: string | null
  readonly factor: boolean
}

/** The ticket under which the second factor is asked for. */
export interface SecondHalf {
  readonly ticket: string
  readonly expires: Date
}

async function findByName(pool: pg.Pool, name: string): Promise<Known | null> {
  const { rows } = await pool.query<Known>(
    `SELECT a.id AS account, p.verifier, f.account_id IS NOT NULL AS factor
     FROM account a LEFT JOIN account_password p ON p.account_id = a.id LEFT JOIN second_factor f ON f.account_id = a.id
     WHERE lower(a.name) = lower($1) AND a.kind = 'person' AND a.disabled_at IS NULL ORDER BY a.name <> $1 LIMIT 1`,
    [name],
  )
  return rows[0] ?? null
}

/**
 * The first half: a ticket for the second factor, which always follows. Takes the same time whether or not there is such
 * a name. Throws `sign_in_refused`, `sign_in_too_often`.
 */
export async function signInByPassword(
  services: SignInServices,
  caller: Caller,
  { name: typed, password }: { readonly name: string; readonly password: string },
): Promise<SecondHalf> {
  const name = typed.replaceAll('\0', '').trim()
  const known = await findByName(services.pool, name)
  const account = known?.account ?? null
  const stated = { method: 'password', code: 'sign_in_refused', name, account } as const
  return attempt(services, caller, stated, async (client): Promise<SecondHalf | Refusal> => {
    const fits = await fitsVerifier(password, known?.verifier ?? null)
    if (account === null) return { reason: 'name_unknown', account }
    if (!fits || !known?.factor) return { reason: 'password_wrong', account }
    return giveTicket(client, 'second_factor', { account, content: null }, caller.now)
  })
}

/** A step that was taken this far ahead was taken under a clock that ran ahead, and locks nobody out. */
const STEPS_AHEAD = 10

/** The step of the code is taken once: of two at the same moment one is refused. */
async function takeCode(
  client: pg.ClientBase,
  { signInKey }: SignInServices,
  account: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await client.query<{ sealed: Buffer }>(
    'SELECT sealed_secret AS sealed FROM second_factor WHERE account_id = $1 FOR UPDATE',
    [account],
  )
  const secret = rows[0] ? openSecret(rows[0].sealed, signInKey, account) : null
  const step = secret ? stepOfCode(secret, code, now) : null
  if (step === null) return false
  const taken = await client.query(
    'UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND (last_step < $2 OR last_step > $3)',
    [account, step, step + STEPS_AHEAD],
  )
  return taken.rowCount === 1
}

async function nameOf(pool: pg.Pool, account: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM account WHERE id = $1', [account])
  return rows[0]?.name ?? ''
}

/** The second half: opens a session. A wrong code leaves the ticket. Throws `sign_in_refused`, `sign_in_too_often`. */
export async function signInBySecondFactor(
  services: SignInServices,
  caller: Caller,
  { ticket, code }: { readonly ticket: string; readonly code: string },
): Promise<OpenedSession> {
  const { pool } = services
  const account = (await readTicket(pool, 'second_factor', ticket, caller.now))?.account ?? null
  if (account === null) {
    await logRefusal(pool, 'password', { reason: 'ticket_over', account })
    throw new ProofmarkError('sign_in_refused')
  }
  const stated = { method: 'password', code: 'sign_in_refused', name: await nameOf(pool, account), account } as const
  const work = async (client: pg.ClientBase): Promise<OpenedSession | Refusal> => {
    if (!(await takeCode(client, services, account, code, caller.now))) return { reason: 'code_wrong', account }
    if (!(await takeTicket(client, 'second_factor', ticket, caller.now))) return { reason: 'ticket_over', account }
    return openSession(client, { account, by: 'password', browser: caller.browser, now: caller.now })
  }
  return attemptToOpen(services, caller, stated, work)
}
