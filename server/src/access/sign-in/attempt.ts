import { type ErrorCode, ProofmarkError } from '@proofmark/contract/errors'
import type { SignInMethod } from '@proofmark/contract/sign-in-words'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { NOBODY, writeEntry } from '../commands/write-entry.ts'
import type { OpenedSession, Refusal } from './open-session.ts'
import { type Attempted, clear, countAttempt, forgive } from './throttle.ts'

/** What every way of signing in works with. */
export interface SignInServices {
  readonly pool: pg.Pool
  /** Seals second factors and hashes what is throttled. */
  readonly signInKey: Buffer
}

/** Who asks, as far as the connection tells. */
export interface Caller {
  /** The address at the other end of the connection: a proxy's, where there is one. */
  readonly address: string
  /** From this machine, with no proxy between. */
  readonly local: boolean
  readonly browser: string | null
  /** Scheme, name and port under which the server was called. */
  readonly origin: string
  readonly now: Date
}

export interface Attempt {
  readonly method: SignInMethod
  /** What a refusal answers, whatever was wrong. */
  readonly code: ErrorCode
  /** Whose attempts are counted beside those of the address: the name, whether or not there is such an account. */
  readonly name?: string
  readonly account?: string | null
}

const isRefusal = (outcome: object): outcome is Refusal => 'reason' in outcome

/** Writes who was refused and why: never what was typed. */
export async function logRefusal(
  pool: pg.Pool,
  method: SignInMethod | null,
  { reason, account }: Refusal,
): Promise<void> {
  const found = await pool.query<{ agency: string | null }>('SELECT agency_id AS agency FROM account WHERE id = $1', [
    account,
  ])
  const actor = account === null ? NOBODY : { account, agency: found.rows[0]?.agency ?? null }
  const subjects = account === null ? [] : [account]
  const draft = { action: 'session.refused', outcome: 'refused', subjects, body: { method, reason } } as const
  await writeEntry(pool, actor, null, draft)
}

/** The names and addresses at which an attempt is counted. */
const countedAt = ({ address }: Caller, { name }: Attempt): Attempted[] => [
  { kind: 'address', value: address },
  ...(name === undefined ? [] : [{ kind: 'name', value: name } as const]),
]

async function examine<Result extends object>(
  { pool, signInKey }: SignInServices,
  caller: Caller,
  stated: Attempt,
  work: (client: pg.PoolClient) => Promise<Result | Refusal>,
): Promise<Result> {
  const { method, code, account = null } = stated
  for (const at of countedAt(caller, stated)) {
    const wait = await countAttempt(pool, signInKey, caller.now, at)
    if (wait === null) continue
    if (wait.first) await logRefusal(pool, method, { reason: 'too_often', account })
    throw new ProofmarkError('sign_in_too_often', { seconds: wait.seconds })
  }
  const outcome = await inTransaction(pool, work)
  if (!isRefusal(outcome)) return outcome
  await logRefusal(pool, method, outcome)
  throw new ProofmarkError(code)
}

/**
 * One attempt that is half of a sign-in: counted before it is examined, answered in the same words whatever was wrong,
 * with the reason in the log. Throws `sign_in_too_often`, or the code that the attempt states.
 */
export async function attempt<Result extends object>(
  services: SignInServices,
  caller: Caller,
  stated: Attempt,
  work: (client: pg.PoolClient) => Promise<Result | Refusal>,
): Promise<Result> {
  const result = await examine(services, caller, stated, work)
  for (const at of countedAt(caller, stated)) await forgive(services.pool, services.signInKey, at)
  return result
}

/** The same for an attempt that ends in a session, which clears what was refused before. */
export async function attemptToOpen(
  services: SignInServices,
  caller: Caller,
  stated: Attempt,
  work: (client: pg.PoolClient) => Promise<OpenedSession | Refusal>,
): Promise<OpenedSession> {
  const opened = await examine(services, caller, stated, work)
  await clear(services.pool, services.signInKey, countedAt(caller, stated))
  return opened
}
