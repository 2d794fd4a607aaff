import type { AnswerError } from '@proofmark/contract/client'
import type { ModelShares, ModelSummary } from '@proofmark/contract/schemas/model'
import { useCallback, useEffect, useState } from 'react'
import { answerError, api } from '../frame/api.ts'

export interface Models {
  /** Null until the first answer is here. */
  readonly models: readonly ModelSummary[] | null
  readonly error: AnswerError | null
  readonly ask: () => void
}

/** The models that there are. */
export function useModels(): Models {
  const [models, setModels] = useState<readonly ModelSummary[] | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const ask = useCallback(() => {
    setError(null)
    api('modelList').then(
      (answer) => setModels(answer.models),
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }, [])
  useEffect(ask, [ask])
  return { models, error, ask }
}

/** What a model says of each field; null until it is here. */
export function useShares(model: string): readonly ModelShares[] | null {
  const [shares, setShares] = useState<{ readonly of: string; readonly shares: readonly ModelShares[] } | null>(null)
  useEffect(() => {
    let gone = false
    api('modelShow', undefined, { model }).then(
      (answer) => {
        if (!gone) setShares({ of: model, shares: answer.shares })
      },
      // The rest of the page says what failed; without these figures it stands as well.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [model])
  return shares?.of === model ? shares.shares : null
}
