import type { TraceDocumentRequest } from '@proofmark/contract/schemas/trace-document'
import { api } from '../../frame/api.ts'
import { GROUNDS } from '../grounds.ts'

/** Which document, in which language, for whom. */
export interface DocumentAsked extends Pick<TraceDocumentRequest, 'trace' | 'form'> {
  readonly of: NonNullable<TraceDocumentRequest['of']>
  readonly language: NonNullable<TraceDocumentRequest['language']>
  readonly audience: NonNullable<TraceDocumentRequest['audience']>
  readonly permission?: NonNullable<TraceDocumentRequest['permission']>
}

const ENDINGS = { pdf: 'pdf', '3312': 'csv', iarms: 'csv', json: 'json' } as const

/** Fetches a document and hands it to the browser to keep. Throws AnswerError. */
export async function takeDocument(asked: DocumentAsked): Promise<void> {
  const address = URL.createObjectURL(await api('traceDocument', { ...asked, grounds: GROUNDS }))
  const link = document.createElement('a')
  link.href = address
  link.download = `trace-${asked.trace.slice(0, 8)}-${asked.of}.${ENDINGS[asked.form]}`
  link.click()
  URL.revokeObjectURL(address)
}
