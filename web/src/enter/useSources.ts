import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import type { Source } from '@proofmark/contract/schemas/source'
import { useEffect, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

export type Sources =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly sources: readonly Source[] }
  | { readonly kind: 'failed'; readonly error: AnswerError }

/** The sources of the reader's own agency, and how to ask for them again. */
export function useSources({ agency }: Session): readonly [Sources, () => void] {
  const [sources, setSources] = useState<Sources>({ kind: 'asking' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    // A later attempt shows that it is under way.
    if (attempt > 0) setSources({ kind: 'asking' })
    api('sourceList', undefined, {}, controller.signal).then(
      (answer) => setSources({ kind: 'known', sources: answer.sources.filter((source) => source.agency === agency) }),
      (thrown: unknown) => {
        if (!wasAborted(thrown)) setSources({ kind: 'failed', error: answerError(thrown) })
      },
    )
    return () => controller.abort()
  }, [agency, attempt])
  return [sources, () => setAttempt(attempt + 1)]
}
