import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { Run } from '../../access/context.ts'
import { askToCosign, lackingCosigners } from '../../exchange/commands/ask-to-cosign.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { proveEntries } from '../../exchange/queries/prove-entries.ts'
import {
  type EvidenceFiles,
  type EvidenceProofs,
  evidenceFiles,
  type LeftOut,
  sealedFiles,
} from '../../exchange/rules/evidence-files.ts'
import { collectEvidence, evidenceMatter, recordEvidence } from '../commands/collect-evidence.ts'
import { evidenceReadme } from '../present/evidence-readme.ts'
import type { SetDocuments } from './court-documents.ts'

const ATTEMPTS = 20
const PAUSE_MS = 250

export interface EvidenceAsked {
  readonly trace: string
  readonly language: Locale
  /** By what this state is known. */
  readonly authority: string
}

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
  readonly setDocuments: SetDocuments
  /** How long partners are waited for that are asked to cosign, in milliseconds; 0 where no process calls them. */
  readonly patience?: number
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

/** Asks partners to cosign what was exchanged about a matter, and waits for them so many milliseconds at most. */
async function cosignedSoon(run: Run, about: string, patience: number): Promise<void> {
  let lacking = await run((context) => askToCosign(context, about))
  for (const until = Date.now() + patience; lacking.length > 0 && Date.now() < until; ) {
    await sleep(PAUSE_MS)
    lacking = await run((context) => lackingCosigners(context, about))
  }
}

/**
 * Makes the evidence package of a trace: asks partners to cosign what was exchanged about it, collects it, sets its documents, writes the hash of it all into the exchange
 * ledger, waits for its place there, and adds the proofs. Throws as `collectEvidence`, and `ledger_waits` where the ledger
 * is not settled.
 */
export async function makeEvidence(
  { run, say, settle, setDocuments, patience = 0 }: EvidenceMeans,
  { trace, language, authority }: EvidenceAsked,
): Promise<EvidencePackage> {
  // So that a ledger that never signed anything yet has a key to name.
  await settle()
  await cosignedSoon(run, await run((context) => evidenceMatter(context, trace)), patience)
  const { court, keys, ...collected } = await run((context) => collectEvidence(context, { trace, language }, say))
  const { leftOut, messages } = collected
  const id = randomUUID()
  const parts = [...(await setDocuments(court, language)), ...court.parts]
  const input = { ...collected, id, authority, language, parts }
  const { files, listHash: hash } = evidenceFiles({ ...input, keys, readme: evidenceReadme(input, say) })
  const own = await run((context) => recordEvidence(context, { trace, id, hash, leftOut: leftOut.length }))
  const proofs = await provenSoon(async () => {
    await settle()
    return run(async (context) =>
      proveEntries(
        context,
        own,
        messages.map(({ entry }) => entry),
      ),
    )
  })
  const sealed = sealedFiles(files, proofs)
  const bytes = evidenceArchive(sealed)
  return { id, file: `evidence-${trace}.zip`, mediaType: 'application/zip', bytes, files: sealed, leftOut }
}
