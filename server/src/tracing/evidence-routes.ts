import { sayIn } from '@proofmark/contract/catalogues'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { courtDocuments } from './runs/court-documents.ts'
import { makeEvidence } from './runs/make-evidence.ts'

/** So long partners may take to cosign what is asked of them at once. */
export const COSIGNATURES_MS = 20_000

/** What is packed is logged and committed first, and stands in the exchange ledger; only then are the bytes handed over. */
export function evidenceRoutes({
  installation,
  settleLedgers,
  node,
}: Pick<HttpServices, 'installation' | 'settleLedgers' | 'node'>): Pick<Handlers, 'traceEvidence'> {
  return {
    traceEvidence: async ({ body: { trace, language }, runLater: run }) => {
      const patience = await node.identity().then(
        () => COSIGNATURES_MS,
        () => 0,
      )
      return makeEvidence(
        { run, say: sayIn(language), settle: settleLedgers, setDocuments: courtDocuments, patience },
        { trace, language, authority: installation.country ?? installation.name },
      )
    },
  }
}
