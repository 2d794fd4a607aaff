import { sayIn } from '@proofmark/contract/catalogues'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { courtDocuments } from './runs/court-documents.ts'
import { makeEvidence } from './runs/make-evidence.ts'

/** What is packed is logged and committed first, and stands in the exchange ledger; only then are the bytes handed over. */
export function evidenceRoutes({
  installation,
  settleLedgers,
}: Pick<HttpServices, 'installation' | 'settleLedgers'>): Pick<Handlers, 'traceEvidence'> {
  return {
    traceEvidence: ({ body: { trace, language }, runLater: run }) =>
      makeEvidence(
        { run, say: sayIn(language), settle: settleLedgers, setDocuments: courtDocuments },
        { trace, language, authority: installation.country ?? installation.name },
      ),
  }
}
