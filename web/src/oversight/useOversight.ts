import type { AnswerError } from '@proofmark/contract/client'
import type { OversightFinding, OversightList } from '@proofmark/contract/schemas/oversight'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

export interface Oversight {
  /** Null until the first answer is here. */
  readonly list: OversightList | null
  readonly error: AnswerError | null
  readonly again: () => void
  /** One was passed on; it stays where it stood until the list is asked for again. */
  readonly passedOn: (finding: OversightFinding) => void
}

/** The purpose that this page is for. */
export const GROUNDS = { purpose: 'oversight' } as const

/** The findings against the custodies that the reader oversees. Looking is an entry of the log. */
export function useOversight(): Oversight {
  const [list, setList] = useState<OversightList | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const running = useRef<AbortController | null>(null)

  const again = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setError(null)
    api('oversightList', { grounds: GROUNDS }, {}, controller.signal).then(
      (answer) => {
        if (running.current === controller) setList(answer)
      },
      (thrown: unknown) => {
        if (running.current === controller && !wasAborted(thrown)) setError(answerError(thrown))
      },
    )
  }, [])
  useEffect(() => {
    again()
    return () => running.current?.abort()
  }, [again])

  const passedOn = (finding: OversightFinding) =>
    setList(
      (before) =>
        before && {
          ...before,
          findings: before.findings.map((each) => (each.finding === finding.finding ? finding : each)),
        },
    )
  return { list, error, again, passedOn }
}
