import type { AnswerError } from '@proofmark/contract/client'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../../frame/api.ts'
import { GROUNDS } from '../grounds.ts'

export interface Trace {
  /** Null until it is here. */
  readonly trace: TraceShown | null
  readonly error: AnswerError | null
  readonly ask: () => void
  /** Something was done with it: so it stands now. */
  readonly changed: (trace: TraceShown) => void
}

/** A request as it stands, asked for once; what is done with it answers how it stands then. */
export function useTrace(id: string): Trace {
  const [trace, setTrace] = useState<TraceShown | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const running = useRef<AbortController | null>(null)
  const ask = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setError(null)
    api('traceShow', { trace: id, grounds: GROUNDS }, {}, controller.signal).then(
      (answer) => {
        if (running.current === controller) setTrace(answer)
      },
      (thrown: unknown) => {
        if (running.current === controller && !wasAborted(thrown)) setError(answerError(thrown))
      },
    )
  }, [id])
  useEffect(() => {
    ask()
    return () => running.current?.abort()
  }, [ask])
  // The same function for as long as the page stands: what saves a form waits with it.
  const changed = useCallback((next: TraceShown) => setTrace(next), [])
  return { trace, error, ask, changed }
}
