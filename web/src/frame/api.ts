import { AnswerError, createClient } from '@proofmark/contract/client'
import type { Say } from '@proofmark/contract/messages'

/** The one client of the app; the server answers in the language of the page. */
export const api = createClient({ locale: () => document.documentElement.lang })

/** Any failure of a call as an error with a code; what was thrown elsewhere counts as unexpected. */
export function answerError(thrown: unknown): AnswerError {
  return thrown instanceof AnswerError ? thrown : new AnswerError(0, 'unexpected', '', {})
}

/** Was the call given up by this page, because another took its place? */
export function wasAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

/** The sentence of a failure: the server's own, else ours where the server could not speak. */
export function sentenceOf(say: Say, error: AnswerError): string {
  if (error.message !== '') return error.message
  return say(error.code === 'unreachable' ? 'common.unreachable' : 'common.unexpected')
}
