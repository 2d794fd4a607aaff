import type { AnswerError } from '@proofmark/contract/client'
import type { ImportShow } from '@proofmark/contract/schemas/import'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { type Look, type Speed, speedBetween, withLook } from './progress.ts'

/** An import as its page follows it. */
export interface Followed {
  readonly shown: ImportShow | null
  /** How fast it is, while it runs and once two looks lie apart. */
  readonly speed: Speed | null
  /** Why the last look failed; what is shown is from the look before it. */
  readonly error: AnswerError | null
  readonly look: () => Promise<void>
}

/** How often an import is looked at by its state, in milliseconds; null where it only changes by somebody's hand. */
function pauseOf({ state }: ImportShow): number | null {
  if (state === 'running' || state === 'taking_back' || state === 'putting_back') return 1_000
  if (state === 'done' || state === 'taken_back' || state === 'failed') return null
  // Received, stopped or interrupted: it may be about to begin, or somebody else may go on with it.
  return 1_500
}

/** Looks at an import again and again while it changes. A look that fails is tried again; what was seen stays. */
export function useImport(id: string): Followed {
  const [shown, setShown] = useState<ImportShow | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const looks = useRef<readonly Look[]>([])
  const [speed, setSpeed] = useState<Speed | null>(null)
  const latest = useRef(0)

  const ask = useCallback(
    async (signal?: AbortSignal) => {
      latest.current += 1
      const mine = latest.current
      try {
        const found = await api('importShow', undefined, { import: id }, signal)
        // An answer that another has overtaken says what was.
        if (mine !== latest.current) return
        const { rows, bytes, bytesDone, state } = found
        looks.current = state === 'running' ? withLook(looks.current, { at: Date.now(), rows, bytes, bytesDone }) : []
        const [first, last] = [looks.current[0], looks.current.at(-1)]
        setSpeed(first && last ? speedBetween(first, last) : null)
        setShown(found)
        setError(null)
      } catch (thrown) {
        if (!wasAborted(thrown) && mine === latest.current) setError(answerError(thrown))
      }
    },
    [id],
  )

  useEffect(() => {
    const controller = new AbortController()
    void ask(controller.signal)
    return () => controller.abort()
  }, [ask])

  const pause = shown ? pauseOf(shown) : null
  useEffect(() => {
    if (pause === null) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask()
    }, pause)
    return () => clearInterval(timer)
  }, [pause, ask])

  return { shown, speed, error, look: ask }
}
