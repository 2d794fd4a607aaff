import type { AnswerError } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { SourceRecords } from '@proofmark/contract/schemas/source'
import { useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

interface Asked {
  readonly source: string
  readonly grounds: Grounds
}

export type RecordsState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking'; readonly asked: Asked }
  | { readonly kind: 'failed'; readonly asked: Asked; readonly error: AnswerError }
  | {
      readonly kind: 'listed'
      readonly asked: Asked
      readonly answer: SourceRecords
      /** The next page is on its way, or could not be fetched. */
      readonly busy: boolean
      readonly error: AnswerError | null
    }

export interface RecordsDesk {
  readonly state: RecordsState
  readonly list: (asked: Asked) => void
  readonly more: () => void
  /** The source whose list this record stands in, so that one comes back to it; null where it stands in none. */
  readonly sourceOf: (record: string) => string | null
}

/** The records of the source that was opened last. Lives above the views, so that going to a record and back loses nothing. */
export function useSourceRecords(): RecordsDesk {
  const [state, setState] = useState<RecordsState>({ kind: 'empty' })
  const running = useRef<AbortController | null>(null)

  const ask = (
    asked: Asked,
    after: string | null,
    listed: (page: SourceRecords) => RecordsState,
    failed: (error: AnswerError) => RecordsState,
  ) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    api('sourceRecords', { ...asked, ...(after === null ? {} : { after }) }, {}, controller.signal).then(
      (page) => {
        if (running.current === controller) setState(listed(page))
      },
      (thrown: unknown) => {
        if (running.current === controller && !wasAborted(thrown)) setState(failed(answerError(thrown)))
      },
    )
  }

  return {
    state,
    list(asked) {
      setState({ kind: 'asking', asked })
      ask(
        asked,
        null,
        (answer) => ({ kind: 'listed', asked, answer, busy: false, error: null }),
        (error) => ({ kind: 'failed', asked, error }),
      )
    },
    more() {
      if (state.kind !== 'listed' || state.busy || state.answer.next === null) return
      const { asked, answer } = state
      setState({ ...state, busy: true, error: null })
      ask(
        asked,
        answer.next,
        (page) => ({
          ...state,
          busy: false,
          error: null,
          answer: { ...page, records: [...answer.records, ...page.records] },
        }),
        (error) => ({ ...state, busy: false, error }),
      )
    },
    sourceOf: (id) =>
      state.kind === 'listed' && state.answer.records.some(({ record }) => record === id) ? state.asked.source : null,
  }
}
