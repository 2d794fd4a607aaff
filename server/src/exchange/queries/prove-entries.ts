import { toBase64 } from '@proofmark/proofs/bytes'
import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import { parseVerifierKey, type VerifierKey } from '@proofmark/proofs/note-key'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { noteText } from '../ledger/cosign-waiting.ts'
import { isSignedBy } from '../ledger/is-signed-by.ts'
import type { EvidenceProofs, ProvenEntry } from '../rules/evidence-files.ts'
import { ledgerKeys } from './ledger-keys.ts'
import { consistencyOf, inclusionOf } from './tree-proofs.ts'

interface Cosigned {
  readonly size: number
  readonly note: string
}

/** The largest checkpoint up to this size that partners cosigned, with all their lines. */
async function lastCosigned({ client }: ReaderTransaction, size: number, key: VerifierKey): Promise<Cosigned | null> {
  const { rows } = await client.query<{ size: string; note: string; lines: string[] }>(
    `SELECT c.size, c.note, array_agg(s.line ORDER BY s.partner) AS lines
     FROM exchange_checkpoint c JOIN exchange_cosignature s ON s.size = c.size
     WHERE c.size <= $1 GROUP BY c.size, c.note ORDER BY c.size DESC LIMIT 1`,
    [size],
  )
  const [row] = rows
  return row && isSignedBy(row.note, key) ? { size: Number(row.size), note: row.note + row.lines.join('') } : null
}

/**
 * Where a package and its messages stand in the exchange ledger, under its newest checkpoint, and which of its states partners
 * cosigned last. Null while one of them has no place yet, or no checkpoint covers it.
 */
export async function proveEntries(
  transaction: ReaderTransaction,
  own: ExchangeEntry,
  messages: readonly ExchangeEntry[],
): Promise<EvidenceProofs | null> {
  const { client } = transaction
  const newest = await client.query<{ note: string }>('SELECT note FROM exchange_checkpoint ORDER BY size DESC LIMIT 1')
  const [checkpoint] = newest.rows
  const { ledger } = await ledgerKeys(transaction)
  if (!checkpoint || ledger === null) return null
  const { size } = parseCheckpoint(noteText(checkpoint.note))
  const { rows } = await client.query<{ entry_id: string; index: string }>(
    'SELECT entry_id, index FROM exchange_leaf WHERE entry_id = ANY ($1::uuid[]) AND index < $2',
    [[own, ...messages].map(({ id }) => id), size],
  )
  const places = new Map(rows.map(({ entry_id: id, index }) => [id, Number(index)]))
  if ([own, ...messages].some(({ id }) => !places.has(id))) return null
  const proven = async (entry: ExchangeEntry): Promise<ProvenEntry> => {
    const index = places.get(entry.id)!
    return { entry, index, proof: (await inclusionOf(client, index, size)).map(toBase64) }
  }
  const inTurn: ProvenEntry[] = []
  for (const entry of messages) inTurn.push(await proven(entry))
  const cosigned = await lastCosigned(transaction, size, parseVerifierKey(ledger))
  const earlier = cosigned && cosigned.size < size ? cosigned : null
  return {
    checkpoint: cosigned?.size === size ? cosigned.note : checkpoint.note,
    cosigned: earlier && {
      checkpoint: earlier.note,
      consistency: (await consistencyOf(client, earlier.size, size)).map(toBase64),
    },
    package: await proven(own),
    messages: inTurn,
  }
}
