import { randomUUID } from 'node:crypto'
import { ERRORS, ProofmarkError } from '@proofmark/contract/errors'
import type pg from 'pg'
import type { Logger } from 'pino'
import { reasonOf } from '../processes/reason.ts'
import { storeFailure } from '../store/failures.ts'
import { readerTransaction, type TransactionOptions } from '../store/reader-transaction.ts'
import { type Actor, NOBODY, writeEntry } from './commands/write-entry.ts'
import type { Context, Grounds, Reader } from './context.ts'

/** What the doors share: the database as the serving process sees it, the clock, the secret of identifiers, the log. */
export interface Services {
  readonly pool: pg.Pool
  readonly clock: () => Date
  readonly recordSecret: Buffer
  readonly logger: Logger
}

const actorOf = (reader: Reader | null): Actor =>
  reader ? { account: reader.account, agency: reader.agency?.id ?? null } : NOBODY

/**
 * Runs a command for a reader in one transaction: what it writes, its entry in the access log and what it discloses
 * stand or fall together, and nothing is answered before the commit.
 */
export function runCommand<Result>(
  services: Services,
  reader: Reader,
  grounds: Grounds | null,
  work: (context: Context) => Promise<Result>,
  options?: TransactionOptions,
): Promise<Result> {
  const { pool, clock, recordSecret } = services
  return readerTransaction(
    pool,
    reader.classes,
    (transaction) =>
      work({
        ...transaction,
        reader,
        grounds,
        recordSecret,
        now: clock(),
        audit: (draft) => writeEntry(transaction.client, actorOf(reader), grounds, draft),
      }),
    options,
  )
}

/** A database that is away, does not answer in time or has no room is nobody's mistake, and is told as what it is. */
function unknownFailure(failure: unknown, reference: string, pool: pg.Pool): ProofmarkError {
  const kind = storeFailure(failure)
  if (kind === 'away') return new ProofmarkError('database_away', {}, failure)
  const { connectionTimeoutMillis = 0 } = pool.options
  if (kind === 'silent')
    return new ProofmarkError('database_silent', { seconds: connectionTimeoutMillis / 1000 }, failure)
  if (kind === 'full') return new ProofmarkError('disk_full', {}, failure)
  return new ProofmarkError('unexpected', { reference }, failure)
}

/**
 * Turns whatever a command threw into an error of the table, and logs it in a transaction of its own, since the
 * command's is rolled back: a refusal or a failure must not vanish with it. A closed door at which nobody showed who
 * they are is no entry; a sign-in that is refused writes its own. Never throws.
 */
export async function settleFailure(
  { pool, logger }: Services,
  reader: Reader | null,
  grounds: Grounds | null,
  route: string,
  failure: unknown,
): Promise<ProofmarkError> {
  const known = failure instanceof ProofmarkError ? failure : null
  const reference = randomUUID()
  const error = known ?? unknownFailure(failure, reference, pool)
  const { status, kind, reportable } = ERRORS[error.code]
  if (reportable || !known)
    logger.error({ route, code: error.code, reference, reason: reasonOf(failure) }, 'request failed')
  if (reader === null && status < 500) return error
  const draft =
    kind === 'refusal'
      ? ({ action: 'request.refused', outcome: 'refused', body: { route, code: error.code } } as const)
      : ({ action: 'request.failed', outcome: 'failed', body: { route, code: error.code, reference } } as const)
  try {
    await writeEntry(pool, actorOf(reader), grounds, draft)
  } catch (cause) {
    logger.error({ route, reference, reason: reasonOf(cause) }, 'the access log could not be written')
  }
  return error
}
