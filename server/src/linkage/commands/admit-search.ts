import { ProofmarkError } from '@proofmark/contract/errors'
import { hash32 } from '@proofmark/matching/hash'
import type { Context } from '../../access/context.ts'

/** A person's searches at one time. */
const AT_ONCE = 2
/** A search that takes longer than this, in seconds, is given up. */
const LONGEST_SECONDS = 2
/** Names the places among advisory locks, apart from those of other work. */
const FIRST_PLACE = 7_101

/** PostgreSQL's code for a statement that took too long. */
const CANCELLED = '57014'

/**
 * Lets a person's search in: two at once, whichever server they reach, each statement of two seconds. The place is free
 * again when the transaction ends, however it ends. Throws `search_busy`, and `search_too_slow` for what `search` gave
 * up.
 */
export async function admitSearch<Result>(context: Context, search: () => Promise<Result>): Promise<Result> {
  const { client, reader } = context
  const { rows } = await client.query<{ admitted: boolean }>({
    name: 'admit-search',
    text: 'SELECT pg_try_advisory_xact_lock($1, $3) OR pg_try_advisory_xact_lock($2, $3) AS admitted',
    values: [FIRST_PLACE, FIRST_PLACE + 1, hash32(reader.account)],
  })
  if (!rows[0]?.admitted) throw new ProofmarkError('search_busy', { most: AT_ONCE })
  await client.query(`SET LOCAL statement_timeout = '${LONGEST_SECONDS}s'`)
  try {
    const result = await search()
    await client.query('SET LOCAL statement_timeout = DEFAULT')
    return result
  } catch (failure) {
    if ((failure as { code?: unknown } | null)?.code !== CANCELLED) throw failure
    throw new ProofmarkError('search_too_slow', { seconds: LONGEST_SECONDS }, failure)
  }
}
