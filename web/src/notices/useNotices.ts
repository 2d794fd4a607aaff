import type { AnswerError } from '@proofmark/contract/client'
import { READERS } from '@proofmark/contract/route'
import type { Notice } from '@proofmark/contract/schemas/pointer'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { keep, kept } from '../frame/preferences.ts'
import { newsSince } from './news.ts'

/** Looking is an entry of the log, so coming back to the page does not look again each time. */
const LEAST_MS = 300_000

export interface Notices {
  /** The last first; null until they are here, and for whoever may not see any. */
  readonly list: readonly Notice[] | null
  readonly error: AnswerError | null
  /** When the last notice came that this reader saw on this device; null where none was seen. */
  readonly seen: string | null
  /** How many came since. */
  readonly news: number
  readonly ask: () => void
  /** What is in the list has been seen. Kept on this device and nowhere else. */
  readonly see: () => void
}

interface Answer {
  readonly account: string
  readonly list: readonly Notice[]
}

/** The notices of whoever is signed in, asked for as the app opens and when the reader comes back to it. */
export function useNotices(session: Session | null): Notices {
  const account = session && holdsOne(session, READERS) ? session.account : null
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [marked, setMarked] = useState<{ readonly account: string; readonly at: string } | null>(null)
  const running = useRef<AbortController | null>(null)
  const list = answer?.account === account ? (answer?.list ?? null) : null
  const seen = account === null ? null : marked?.account === account ? marked.at : kept(placeOf(account))

  const ask = useCallback(() => {
    running.current?.abort()
    if (account === null) return
    const controller = new AbortController()
    running.current = controller
    setError(null)
    api('noticeList', undefined, {}, controller.signal).then(
      ({ notices }) => {
        if (running.current === controller) setAnswer({ account, list: notices })
      },
      (thrown: unknown) => {
        if (running.current === controller && !wasAborted(thrown)) setError(answerError(thrown))
      },
    )
  }, [account])

  useEffect(() => {
    ask()
    return () => running.current?.abort()
  }, [ask])
  useReturn(ask, LEAST_MS)

  const see = useCallback(() => {
    const [last] = list ?? []
    if (account === null || !last || last.at === seen) return
    keep(placeOf(account), last.at)
    setMarked({ account, at: last.at })
  }, [account, list, seen])
  return { list, error, seen, news: newsSince(list ?? [], seen).length, ask, see }
}

/** Several people may share a device, and each has seen something else. */
const placeOf = (account: string) => `notices-seen ${account}`
