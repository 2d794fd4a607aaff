import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { accessCheckpoint } from '../queries/access-proofs.ts'
import { type CustodyView, custodyOf } from '../queries/custody-view.ts'
import { needExhibits } from '../queries/exhibit.ts'
import { keptFiles } from '../queries/kept-files.ts'
import type { BundledFile } from '../rules/bundle-files.ts'

export interface CollectedBundle {
  readonly made: Date
  readonly ledgerKey: string
  readonly views: readonly CustodyView[]
  readonly files: readonly BundledFile[]
}

/**
 * Collects the chains of exhibits for a court, with the papers that they rest on. Throws `role_needed`, `not_found`, `label_unreadable`,
 * and `ledger_waits` before anything was ever signed.
 */
export async function collectBundle(context: Context, codes: readonly string[]): Promise<CollectedBundle> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const views = await custodyOf(context, await needExhibits(context, codes))
  const signed = await accessCheckpoint(context)
  if (signed === null) throw new ProofmarkError('ledger_waits')
  const scans = views.flatMap(({ events, orders }) => [
    ...events.map(({ statement }) => statement.scan),
    ...orders.map(({ scan }) => scan),
  ])
  const { files, read } = await keptFiles(
    context,
    scans.filter((scan) => scan !== null),
    views.map(({ exhibit }) => exhibit.id),
  )
  for (const { id, recovery, sha256, what } of read)
    if (what === 'original')
      await context.audit({ action: 'original.taken', subjects: [id, recovery], body: { sha256 } })
    else await context.audit({ action: 'file.seen', subjects: [id, recovery], body: { size: 'copy' } })
  return { made: context.now, ledgerKey: signed.key, views, files }
}

/** Writes into the access log that a bundle was made, with the hash of its list; answers the entry. Throws `role_needed`. */
export async function recordBundle(
  context: Context,
  { id, hash, exhibits }: { readonly id: string; readonly hash: string; readonly exhibits: readonly string[] },
): Promise<string> {
  needRole(context.reader, CUSTODY_KEEPERS)
  return context.audit({ action: 'custody.bundle_made', subjects: exhibits, body: { package: id, hash } })
}
