import type { AnswerError } from '@proofmark/contract/client'
import type { TraceList } from '@proofmark/contract/schemas/trace-shown'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useReturn } from '../../common/useReturn.ts'
import { answerError, api, wasAborted } from '../../frame/api.ts'
import { GROUNDS } from '../grounds.ts'
import type { Filters } from './filters.ts'

/** Looking is an entry of the log, so coming back to the page does not look again each time. */
const LEAST_MS = 60_000
const PAGE = 50

export interface Board {
  /** Null until the first answer is here. */
  readonly list: TraceList | null
  readonly error: AnswerError | null
  readonly busy: boolean
  readonly again: () => void
  readonly more: () => void
}

/** One list of the board, those that are due first; what is shown stays until its successor is here. */
export function useBoard({ list: name, partner }: Filters): Board {
  const [list, setList] = useState<TraceList | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [busy, setBusy] = useState(true)
  const running = useRef<AbortController | null>(null)

  const ask = useCallback(
    (before: TraceList | null) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setBusy(true)
      setError(null)
      const asked = { list: name, ...(partner === '' ? {} : { partner }), limit: PAGE, grounds: GROUNDS }
      api('traceList', { ...asked, after: before?.traces.length ?? 0 }, {}, controller.signal).then(
        (answer) => {
          if (running.current !== controller) return
          setBusy(false)
          const known = new Set(before?.traces.map(({ id }) => id))
          const fresh = answer.traces.filter(({ id }) => !known.has(id))
          setList({ ...answer, traces: [...(before?.traces ?? []), ...fresh] })
        },
        (thrown: unknown) => {
          if (running.current !== controller || wasAborted(thrown)) return
          setBusy(false)
          setError(answerError(thrown))
        },
      )
    },
    [name, partner],
  )
  useEffect(() => {
    ask(null)
    return () => running.current?.abort()
  }, [ask])
  useReturn(() => ask(null), LEAST_MS)
  return { list, error, busy, again: () => ask(null), more: () => ask(list) }
}
