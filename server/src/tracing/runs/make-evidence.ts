import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import type { Run } from '../../access/context.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { proveEntries } from '../../exchange/queries/prove-entries.ts'
import { type EvidenceFiles, type LeftOut, sealedFiles } from '../../exchange/rules/evidence-files.ts'
import { collectEvidence, type EvidenceAsked, type SetDocument } from '../commands/collect-evidence.ts'

/** A package as it is handed over. */
export interface EvidencePackage {
  readonly id: string
  /** Name of the file. */
  readonly file: string
  readonly mediaType: 'application/zip'
  readonly bytes: Uint8Array
  readonly files: EvidenceFiles
  readonly leftOut: readonly LeftOut[]
}

export interface EvidenceMeans {
  readonly run: Run
  readonly say: Say
  /** Has the log process give what waits its place, and sign. */
  readonly settle: () => Promise<unknown>
  readonly setDocument: SetDocument
}

/**
 * Makes the evidence package of a trace: collects it and writes it into the exchange ledger, waits for its place, and adds
 * the proofs. Throws as `collectEvidence`, and `ledger_waits` where the ledger is not settled.
 */
export async function makeEvidence(
  { run, say, settle, setDocument }: EvidenceMeans,
  asked: EvidenceAsked,
): Promise<EvidencePackage> {
  // So that a ledger that never signed anything yet has a key to name.
  await settle()
  const { id, files, own, messages, leftOut } = await run((context) =>
    collectEvidence(context, asked, say, setDocument),
  )
  await settle()
  const proofs = await run((context) => proveEntries(context, own, messages))
  if (!proofs) throw new ProofmarkError('ledger_waits')
  const sealed = sealedFiles(files, proofs)
  const bytes = evidenceArchive(sealed)
  return { id, file: `evidence-${asked.trace}.zip`, mediaType: 'application/zip', bytes, files: sealed, leftOut }
}
