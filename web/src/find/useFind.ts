import type { AnswerError } from '@proofmark/contract/client'
import type { LegalBasis, Purpose } from '@proofmark/contract/purposes'
import type { FindAnswer, FindRequest } from '@proofmark/contract/schemas/find'
import { type RefObject, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'
import type { SentQuestion } from '../pointers/question.ts'
import type { ListDesk } from './list/list-desk.ts'

/** What the reader has written on the Find page; kept while other views are looked at. */
export interface Draft {
  readonly serial: string
  readonly make: string
  readonly model: string
  readonly calibre: string
  readonly type: string
  readonly country: string
  readonly year: string
  readonly place: string
  readonly purpose: Purpose | null
  readonly reference: string
  /** The law on which other agencies were asked last. */
  readonly basis: LegalBasis | null
}

export const EMPTY_DRAFT: Draft = {
  serial: '',
  make: '',
  model: '',
  calibre: '',
  type: '',
  country: '',
  year: '',
  place: '',
  purpose: null,
  reference: '',
  basis: null,
}

export type FindState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly answer: FindAnswer; readonly request: FindRequest }
  | { readonly kind: 'failed'; readonly error: AnswerError; readonly request: FindRequest }

export interface FindDesk {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly state: FindState
  /** Looks for what is written, or for this. */
  readonly find: (instead?: Draft) => void
  /** What was sent to desks, by the description that was sent. */
  readonly questions: Readonly<Record<string, SentQuestion | null>>
  /** The list of marks that was looked up last, once there is one. */
  readonly list: RefObject<ListDesk | null>
  readonly keepQuestion: (about: string, sent: SentQuestion | null) => void
}

function requestOf({ serial, purpose, reference, basis: _, ...known }: Draft): FindRequest | null {
  if (!purpose || serial.trim() === '') return null
  const stated = Object.entries(known).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : []))
  const grounds = { purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }
  return { serial: serial.trim(), ...Object.fromEntries(stated), grounds }
}

/**
 * The Find desk: its draft and its last answer. A new search gives up the one before; what that still answers is
 * dropped. Lives above the views, so that going to a record and back loses nothing.
 */
export function useFindDesk(initial: Partial<Draft> = {}): FindDesk {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY_DRAFT, ...initial })
  const [state, setState] = useState<FindState>({ kind: 'empty' })
  const [questions, setQuestions] = useState<FindDesk['questions']>({})
  const list = useRef<ListDesk>(null)
  const running = useRef<AbortController | null>(null)
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    state,
    questions,
    list,
    keepQuestion: (about, sent) => setQuestions((before) => ({ ...before, [about]: sent })),
    find(instead = draft) {
      const request = requestOf(instead)
      if (!request) return
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setState({ kind: 'asking' })
      api('find', request, {}, controller.signal).then(
        (answer) => {
          if (running.current === controller) setState({ kind: 'found', answer, request })
        },
        (thrown: unknown) => {
          if (running.current === controller && !wasAborted(thrown))
            setState({ kind: 'failed', error: answerError(thrown), request })
        },
      )
    },
  }
}
