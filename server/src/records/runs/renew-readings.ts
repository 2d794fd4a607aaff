import type { RenewalPreview } from '@proofmark/contract/schemas/renewal'
import type { Run } from '../../access/context.ts'
import { beginRenewal, type Renewal, renewalScope } from '../commands/begin-renewal.ts'
import { type RenewalScope, readAgain } from '../commands/read-again.ts'
import { type RenewedBatch, renewBatch } from '../commands/renew-batch.ts'
import { closeRenewals } from '../commands/stop-renewal.ts'
import { ChangeTally } from '../rules/reading-changes.ts'
import { untilCommitted } from './until-committed.ts'

export interface RenewalProgress {
  readonly records: number
  readonly changed: number
}

export interface RenewalInput {
  /** By name; the steward's own where none is named. */
  readonly agency?: string | undefined
  /** Says what would change, and changes nothing. */
  readonly preview: boolean
  readonly onProgress?: ((progress: RenewalProgress) => void) | undefined
  /** Stops it before the next batch. */
  readonly signal?: AbortSignal | undefined
}

/** What was read again, or would be. `changes` and `others` are of this run alone where it went on with an earlier one. */
export interface RenewalOutcome extends RenewalPreview {
  /** Null for a preview. */
  readonly renewal: string | null
  readonly state: 'done' | 'stopped'
}

/** Groups of changes that are told apart. */
const SHOWN_CHANGES = 200

type Batches = AsyncGenerator<RenewedBatch>

async function* previewed(run: Run, scope: RenewalScope): Batches {
  const so = { records: 0, changed: 0 }
  for (let after: string | null = null; ; ) {
    const { records, changed, changes, last } = await run((context) => readAgain(context, scope, after))
    so.records += records
    so.changed += changed
    yield { state: last === null ? 'done' : 'running', ...so, changes }
    if (last === null) return
    after = last
  }
}

async function* renewed(run: Run, renewal: Renewal, agency: string | undefined): Batches {
  for (;;) {
    const batch = await untilCommitted(run, (context) => renewBatch(context, renewal, agency))
    yield batch
    if (batch.state !== 'running') return
  }
}

/**
 * Reads an agency's records again whose reading was made by older tables or an older vocabulary, batch by batch, each a
 * transaction of its own; or, as a preview, says what that would change. Whoever is killed, stopped or fails in between
 * goes on where the last batch ended. Throws `role_needed`, `not_your_agency`, `agency_unknown`.
 */
export async function renewReadings(run: Run, input: RenewalInput): Promise<RenewalOutcome> {
  const { agency, preview, signal, onProgress } = input
  const scope = preview ? await run((context) => renewalScope(context, agency)) : null
  const renewal = scope ? null : await run((context) => beginRenewal(context, agency))
  const tally = new ChangeTally()
  let last: RenewedBatch = { state: 'running', records: 0, changed: 0, changes: [] }
  try {
    for await (last of renewal ? renewed(run, renewal, agency) : previewed(run, scope!)) {
      for (const change of last.changes) tally.add(change)
      onProgress?.({ records: last.records, changed: last.changed })
      if (signal?.aborted) break
    }
    if (renewal && last.state === 'running') await run((context) => closeRenewals(context, renewal.agency, 'stopped'))
  } catch (failure) {
    // Whatever went wrong is what the caller must hear of, and not that it could not be noted either.
    if (renewal) await run((context) => closeRenewals(context, renewal.agency, 'failed')).catch(() => {})
    throw failure
  }
  return {
    renewal: renewal?.id ?? null,
    state: last.state === 'done' ? 'done' : 'stopped',
    records: last.records,
    changed: last.changed,
    ...tally.largest(SHOWN_CHANGES),
  }
}
