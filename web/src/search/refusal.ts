import type { AnswerError } from '@proofmark/contract/client'

const REFUSALS: readonly AnswerError['code'][] = ['search_empty', 'search_too_long', 'search_too_wide']

/** Is it about the words themselves? Then it stands at their field, and trying again would change nothing. */
export function isRefusal({ code }: Pick<AnswerError, 'code'>): boolean {
  return REFUSALS.includes(code)
}
