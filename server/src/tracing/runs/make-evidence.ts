import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import type { Run } from '../../access/context.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { proveEntries } from '../../exchange/queries/prove-entries.ts'
import {
  type EvidenceFiles,
  type EvidenceProofs,
  type LeftOut,
  sealedFiles,
} from '../../exchange/rules/evidence-files.ts'
import { collectEvidence, type EvidenceAsked, type SetDocument } from '../commands/collect-evidence.ts'

const ATTEMPTS = 20
const PAUSE_MS = 250

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

/** While another process gives places or signs, settling does nothing: it is tried again a moment later. */
async function provenSoon(prove: () => Promise<EvidenceProofs | null>): Promise<EvidenceProofs> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const proofs = await prove()
    if (proofs) return proofs
    await sleep(PAUSE_MS)
  }
  throw new ProofmarkError('ledger_waits')
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
  const proofs = await provenSoon(async () => {
    await settle()
    return run((context) => proveEntries(context, own, messages))
  })
  const sealed = sealedFiles(files, proofs)
  const bytes = evidenceArchive(sealed)
  return { id, file: `evidence-${asked.trace}.zip`, mediaType: 'application/zip', bytes, files: sealed, leftOut }
}
