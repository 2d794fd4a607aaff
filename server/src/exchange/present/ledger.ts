import type { Say } from '@proofmark/contract/messages'
import type { LedgerShow } from '@proofmark/contract/schemas/ledger'
import type { ledgerView } from '../queries/ledger-view.ts'

/** How the ledgers stand, with each reason in words. */
export function presentLedger(view: Awaited<ReturnType<typeof ledgerView>>, say: Say): LedgerShow {
  const timed = <Row extends { readonly at: Date }>(row: Row) => ({ ...row, at: row.at.toISOString() })
  const told = <Row extends { readonly at: Date; readonly reason: string }>(row: Row) => ({
    ...timed(row),
    text: say(`ledger.refusal.${row.reason}`),
  })
  const { key, checkpoint, cosignatures, disputes, witnessed, refusals, entries, shown } = view
  return {
    key,
    checkpoint: checkpoint && timed(checkpoint),
    cosignatures: cosignatures.map(timed),
    disputes: disputes.map(told),
    witnessed: witnessed.map(timed),
    refusals: refusals.map(told),
    entries: entries.map(timed),
    shown: shown.map(({ sentAt, ...rest }) => ({ ...rest, sentAt: sentAt?.toISOString() ?? null })),
  }
}
