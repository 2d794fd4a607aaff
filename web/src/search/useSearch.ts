import type { AnswerError } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { SearchAnswer } from '@proofmark/contract/schemas/search'
import { useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

/** What was asked for; later pages of it are asked for in the same words and on the same grounds. */
interface Asked {
  readonly words: string
  readonly grounds: Grounds
}

export type SearchState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: AnswerError; readonly asked: Asked }
  | {
      readonly kind: 'found'
      readonly asked: Asked
      readonly answer: SearchAnswer
      /** The next page is on its way, or could not be fetched. */
      readonly busy: boolean
      readonly error: AnswerError | null
    }

export interface SearchDesk {
  readonly words: string
  readonly type: (words: string) => void
  readonly state: SearchState
  readonly search: (grounds: Grounds) => void
  /** Fetches the next page and puts it behind those that are shown. */
  readonly more: () => void
}

/**
 * The Search desk: its words and what came of them. A new search gives up the one before. Lives above the views, so that
 * going to a record and back loses nothing; what was searched for is in no address.
 */
export function useSearchDesk(): SearchDesk {
  const [words, setWords] = useState('')
  const [state, setState] = useState<SearchState>({ kind: 'empty' })
  const running = useRef<AbortController | null>(null)

  const ask = (
    asked: Asked,
    after: string | null,
    found: (page: SearchAnswer) => SearchState,
    failed: (error: AnswerError) => SearchState,
  ) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    api('search', { ...asked, ...(after === null ? {} : { after }) }, {}, controller.signal).then(
      (page) => {
        if (running.current === controller) setState(found(page))
      },
      (thrown: unknown) => {
        if (running.current === controller && !wasAborted(thrown)) setState(failed(answerError(thrown)))
      },
    )
  }

  return {
    words,
    type: setWords,
    state,
    search(grounds) {
      const asked = { words: words.trim(), grounds }
      setState({ kind: 'asking' })
      ask(
        asked,
        null,
        (answer) => ({ kind: 'found', asked, answer, busy: false, error: null }),
        (error) => ({ kind: 'failed', error, asked }),
      )
    },
    more() {
      if (state.kind !== 'found' || state.busy || state.answer.next === null) return
      const { asked, answer } = state
      setState({ ...state, busy: true, error: null })
      ask(
        asked,
        answer.next,
        // Totals are of the first page: later ones count no questions.
        ({ results, next }) => ({
          ...state,
          busy: false,
          error: null,
          answer: { ...answer, results: [...answer.results, ...results], next },
        }),
        (error) => ({ ...state, busy: false, error }),
      )
    },
  }
}
