import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { noteText } from '../ledger/cosign-waiting.ts'

/** Those of each list that are told. */
const MOST = 200
const MOST_ENTRIES = 50

/**
 * How our exchange ledger and those of partners stand: the newest checkpoint, who cosigned which, what partners dispute,
 * what we hold of theirs and what we refused, the newest last.
 */
export async function ledgerView({ query }: ReaderTransaction) {
  const newest = await query
    .selectFrom('exchange_checkpoint')
    .select(['note', 'created_at'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = await query
    .selectFrom('exchange_ledger_key')
    .select('key')
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  const cosignatures = await query
    .selectFrom('exchange_cosignature as c')
    .innerJoin('exchange_witness as w', 'w.partner', 'c.partner')
    .select(['c.partner', 'c.size', 'c.line', 'c.cosigned_at', 'w.cosigner_key'])
    .orderBy('c.size', 'desc')
    .orderBy('c.partner')
    .limit(MOST)
    .execute()
  const disputes = await query
    .selectFrom('exchange_dispute')
    .select(['partner', 'reason', 'held', 'recorded_at'])
    .orderBy('recorded_at', 'desc')
    .limit(MOST)
    .execute()
  const witnessed = await query
    .selectFrom('witnessed_ledger as l')
    .innerJoin('witnessed_checkpoint as c', 'c.partner', 'l.partner')
    .distinctOn('l.partner')
    .select(['l.partner', 'l.ledger_key', 'c.size', 'c.note', 'c.received_at'])
    .orderBy('l.partner')
    .orderBy('c.size', 'desc')
    .execute()
  const refusals = await query
    .selectFrom('witness_refusal')
    .select(['partner', 'reason', 'held', 'offered', 'recorded_at'])
    .orderBy('recorded_at', 'desc')
    .limit(MOST)
    .execute()
  const entries = await query
    .selectFrom('exchange_entry as e')
    .leftJoin('exchange_leaf as l', 'l.entry_id', 'e.id')
    .select(['l.index', 'e.recorded_at as at', 'e.direction', 'e.partner', 'e.kind', 'e.hash'])
    // One that has no place yet is newer than all that have one.
    .orderBy((the) => the('l.index', 'is', null), 'desc')
    .orderBy('l.index', 'desc')
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.id')
    .limit(MOST_ENTRIES)
    .execute()
  const shown = await query
    .selectFrom('exchange_witness')
    .select(['partner', 'holds', 'sent_at as sentAt'])
    .orderBy('partner')
    .execute()
  return {
    entries: entries.map(({ index, hash, ...entry }) => ({
      ...entry,
      index: index === null ? null : Number(index),
      hash: hash.toString('hex'),
    })),
    shown: shown.map(({ holds, ...rest }) => ({ ...rest, holds: Number(holds) })),
    key: key?.key ?? null,
    checkpoint: newest
      ? { size: parseCheckpoint(noteText(newest.note)).size, note: newest.note, at: newest.created_at }
      : null,
    cosignatures: cosignatures
      .map(({ partner, size, line, cosigned_at: at, cosigner_key: cosigner }) => ({
        ...{ partner, size: Number(size), line, at, cosigner },
      }))
      .reverse(),
    disputes: disputes.map(({ recorded_at: at, ...dispute }) => ({ ...dispute, at })).reverse(),
    witnessed: witnessed.map(({ partner, ledger_key: ledgerKey, size, note, received_at: at }) => ({
      ...{ partner, key: ledgerKey, size: Number(size), note, at },
    })),
    refusals: refusals.map(({ recorded_at: at, ...refusal }) => ({ ...refusal, at })).reverse(),
  }
}
