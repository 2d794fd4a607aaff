import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import type { SetDocument } from '../commands/collect-evidence.ts'
import { printCase } from '../documents/trace-document.ts'
import { courtRefusal } from '../rules/court-refusal.ts'

/**
 * The trace on paper for a court: the request with those replies that it may have. What this state said itself it may give
 * to its own courts. Null where the request is another's who has not permitted it.
 */
export const courtDocument: SetDocument = async ({ direction, request, replies }, language, today) => {
  const ours = direction === 'outgoing'
  if (!ours && courtRefusal(request.handling, null, today) !== null) return null
  const given = replies.filter(({ handling, courtUse }) => !ours || courtRefusal(handling, courtUse, today) === null)
  const tongue = Object.hasOwn(DOCUMENT_LANGUAGES, language) ? (language as DocumentLanguage) : 'en'
  const last = given.at(-1)
  const permitted = ours && last?.courtUse.permitted === true
  return {
    file: 'parts/document.pdf',
    what: 'PDF/A-3a',
    bytes: await printCase(request, given, tongue),
    handling: (last ?? request).handling,
    permission: permitted ? { by: last.courtUse.by ?? last.handling.originator, on: last.courtUse.on } : null,
  }
}
