import type { Locale } from '@proofmark/contract/locales'
import type { EvidencePart } from '../../exchange/rules/evidence-files.ts'
import { printDossier } from '../documents/trace-document.ts'
import type { CourtCase } from '../rules/evidence-of.ts'

/** Sets what a court may have of a trace as documents, in one language. */
export type SetDocuments = (given: CourtCase, language: Locale) => Promise<readonly EvidencePart[]>

/** The request, and each reply that may go to a court, as PDF/A with its data attached. */
export const courtDocuments: SetDocuments = async ({ request, replies, parts, permissions }, language) => {
  if (request === null) return []
  const documents: EvidencePart[] = []
  const set = async (file: string, data: string, reply: CourtCase['replies'][number]['reply'] | null) => {
    const part = parts.find((each) => each.file === data)
    const bytes = await printDossier({ request, reply, earlier: [], permissions }, language)
    if (part) documents.push({ ...part, file, bytes })
  }
  await set('documents/request.pdf', 'data/request.json', null)
  for (const { number, reply } of replies)
    await set(`documents/reply-${number}.pdf`, `data/reply-${number}.json`, reply)
  return documents
}
