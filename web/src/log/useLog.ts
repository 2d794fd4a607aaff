import type { AnswerError } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { LogRead } from '@proofmark/contract/schemas/log'
import { useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

/** Whose trail, or what was seen of what; neither: the agency's whole log. */
export interface Asked {
  readonly account: string | null
  readonly subject: string | null
  readonly grounds: Grounds
}

export type LogState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: AnswerError; readonly asked: Asked }
  | {
      readonly kind: 'read'
      readonly asked: Asked
      readonly log: LogRead
      /** Is there more before the last entry? */
      readonly more: boolean
      readonly busy: boolean
      readonly error: AnswerError | null
    }

export interface LogDesk {
  readonly state: LogState
  readonly read: (asked: Asked) => void
  readonly older: () => void
}

const PAGE = 100

/** Reads the access log, a page at a time, the newest first. */
export function useLog(): LogDesk {
  const [state, setState] = useState<LogState>({ kind: 'empty' })
  const running = useRef<AbortController | null>(null)

  const ask = async ({ account, subject, grounds }: Asked, before: number | null): Promise<LogRead | null> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const wanted = {
      ...(account === null ? {} : { account }),
      ...(subject === null ? {} : { subject }),
      ...(before === null ? {} : { before }),
      limit: PAGE,
      grounds,
    }
    const page = await api('logRead', wanted, {}, controller.signal)
    return running.current === controller ? page : null
  }

  const read = async (asked: Asked): Promise<void> => {
    setState({ kind: 'asking' })
    try {
      const log = await ask(asked, null)
      if (log) setState({ kind: 'read', asked, log, more: log.entries.length >= PAGE, busy: false, error: null })
    } catch (thrown) {
      if (!wasAborted(thrown)) setState({ kind: 'failed', error: answerError(thrown), asked })
    }
  }

  const older = async (): Promise<void> => {
    if (state.kind !== 'read' || state.busy) return
    const { asked, log } = state
    const before = log.entries.findLast(({ index }) => index !== null)?.index ?? null
    setState({ ...state, busy: true, error: null })
    try {
      const page = await ask(asked, before)
      if (!page) return
      const known = new Set(log.entries.map(({ entry }) => entry))
      const entries = [...log.entries, ...page.entries.filter(({ entry }) => !known.has(entry))]
      const names = { ...log.names, ...page.names }
      setState({ ...state, log: { entries, names }, more: page.entries.length >= PAGE, busy: false, error: null })
    } catch (thrown) {
      if (!wasAborted(thrown)) setState({ ...state, busy: false, error: answerError(thrown) })
    }
  }
  return { state, read: (asked) => void read(asked), older: () => void older() }
}
