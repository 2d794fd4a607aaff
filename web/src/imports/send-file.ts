import { AnswerError, addressOf } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import { PATHS } from '@proofmark/contract/paths'
import type { ImportSummary } from '@proofmark/contract/schemas/import'

interface Sending {
  readonly route: 'importFile' | 'importUpload'
  readonly inAddress: Readonly<Record<string, string>>
  readonly content: Blob
  /** How much of the content has left this machine, from 0 to 1. */
  readonly onSent?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends a file as the client does, and tells how much of it has gone: `fetch` cannot. Rejects with an AnswerError, or
 * as an aborted `fetch` does.
 */
export function sendFile({ route, inAddress, content, onSent, signal }: Sending): Promise<ImportSummary> {
  const { method, path } = PATHS[route]
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, addressOf(path, inAddress))
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.setRequestHeader('content-type', 'text/csv')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new AnswerError(0, 'unreachable', '', {}))
    request.onabort = () => reject(new DOMException('Given up.', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as ImportSummary)
      else reject(errorOf(request.status, request.response as ErrorBody | null))
    }
    if (signal?.aborted) return reject(new DOMException('Given up.', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(content)
  })
}

function errorOf(status: number, body: ErrorBody | null): AnswerError {
  if (!body?.error) return new AnswerError(status, 'unexpected', '', {})
  return new AnswerError(status, body.error.code, body.error.message, body.error.parameters)
}
