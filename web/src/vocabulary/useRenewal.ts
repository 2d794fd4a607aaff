import type { AnswerError } from '@proofmark/contract/client'
import type { RenewalPreview, RenewalState } from '@proofmark/contract/schemas/renewal'
import { useEffect, useRef, useState } from 'react'
import { answerError, api } from '../frame/api.ts'

/** Between two looks at how far it has come. */
const POLL_MS = 1000

interface Renewal {
  /** The last one; null where none was ever begun, or while it is not known. */
  readonly last: RenewalState | null
  readonly preview: RenewalPreview | null
  readonly error: AnswerError | null
  readonly busy: boolean
  readonly see: () => void
  readonly begin: () => void
  readonly stop: () => void
  readonly ask: () => void
}

/** Reading again, as the page follows it. A preview is forgotten once `changes` makes it old; `onRead` tells the end. */
export function useRenewal(changes: number, onRead: () => void): Renewal {
  const [last, setLast] = useState<RenewalState | null>(null)
  const [preview, setPreview] = useState<{ readonly of: number; readonly answer: RenewalPreview } | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const told = useRef(onRead)
  told.current = onRead
  const running = last?.state === 'running'

  const showLast = ({ renewal }: { readonly renewal: RenewalState | null }) => setLast(renewal)
  const failed = (thrown: unknown) => setError(answerError(thrown))
  const during = (work: Promise<void>) => {
    setBusy(true)
    setError(null)
    work.catch(failed).finally(() => setBusy(false))
  }

  useEffect(() => {
    let gone = false
    if (attempt > 0) setError(null)
    api('renewalShow').then(
      ({ renewal }) => {
        if (!gone) setLast(renewal)
      },
      (thrown: unknown) => {
        if (!gone) setError(answerError(thrown))
      },
    )
    return () => {
      gone = true
    }
  }, [attempt])

  // While one is under way, it is looked at again and again; its end makes the queue old.
  useEffect(() => {
    if (!running || error) return
    let gone = false
    const timer = setInterval(() => {
      api('renewalShow').then(
        ({ renewal }) => {
          if (gone) return
          setLast(renewal)
          if (renewal?.state !== 'running') told.current()
        },
        (thrown: unknown) => {
          if (!gone) setError(answerError(thrown))
        },
      )
    }, POLL_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [running, error])

  return {
    last,
    preview: preview?.of === changes ? preview.answer : null,
    error,
    busy,
    see: () => during(api('renewalPreview', {}).then((answer) => setPreview({ of: changes, answer }))),
    begin: () =>
      during(
        api('renewalBegin', {}).then((answer) => {
          setPreview(null)
          showLast(answer)
          if (answer.renewal?.state !== 'running') told.current()
        }),
      ),
    stop: () => during(api('renewalStop').then(showLast)),
    ask: () => setAttempt(attempt + 1),
  }
}
