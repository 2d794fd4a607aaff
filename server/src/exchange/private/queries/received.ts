import type { LookUpClass, LookUpKind } from '@proofmark/contract/private-words'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { ReaderTransaction } from '../../../store/reader-transaction.ts'

/** An epoch that a partner published to us, with its filters of one kind. */
export interface ReceivedEpoch {
  readonly epoch: string
  readonly ends: Date
  readonly contact: Contact
  /** Of the filters, the whole first. */
  readonly hashes: readonly string[]
}

export interface AskedOf {
  readonly partner: string
  readonly asker: string
  readonly dataClass: LookUpClass
}

/** The newest epoch under way of which a filter of this kind is here; null where there is none. */
export async function receivedEpoch(
  { client }: ReaderTransaction,
  { partner, asker, dataClass }: AskedOf,
  kind: LookUpKind,
  now: Date,
): Promise<ReceivedEpoch | null> {
  const { rows } = await client.query<ReceivedEpoch>(
    `SELECT epoch, max(ends_at) AS ends, (array_agg(contact ORDER BY number))[1] AS contact,
       array_agg(sha256 ORDER BY number) AS hashes
     FROM private_received
     WHERE partner = $1 AND asker = $2 AND data_class = $3 AND kind = $4 AND ends_at > $5
     GROUP BY epoch, begins_at ORDER BY begins_at DESC, epoch DESC LIMIT 1`,
    [partner, asker, dataClass, kind, now],
  )
  return rows[0] ?? null
}

/** The hashes of all that is here of a partner. */
export async function receivedHashes(
  { query }: ReaderTransaction,
  partner: string,
  asker: string,
): Promise<ReadonlySet<string>> {
  const rows = await query
    .selectFrom('private_received')
    .select('sha256')
    .where('partner', '=', partner)
    .where('asker', '=', asker)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** The bytes of a filter that is here. */
export async function receivedFilter({ query }: ReaderTransaction, hash: string): Promise<Buffer | null> {
  const found = await query
    .selectFrom('private_received')
    .select('content')
    .where('sha256', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return found?.content ?? null
}
