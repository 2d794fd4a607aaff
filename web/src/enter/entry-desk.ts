import type { AnswerError, Client } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { EntryAnswer, EntryHints, EntryRequest } from '@proofmark/contract/schemas/entry'
import { answerError, wasAborted } from '../frame/api.ts'
import { EMPTY_DRAFT, type EntryDraft, nextDraft, requestOf, saidBy } from './draft.ts'

/** How far sending has come. */
export type Sending =
  | { readonly kind: 'writing' }
  /** Nothing was sent: this is not chosen yet. */
  | { readonly kind: 'lacking'; readonly field: string }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly error: AnswerError }
  /** Nobody knows whether it is in: only the very same request may be sent again. */
  | { readonly kind: 'lost'; readonly error: AnswerError }
  | { readonly kind: 'entered'; readonly answer: EntryAnswer; readonly source: string; readonly verdict: Verdict }

/** Whether an entry that is in stands, and what became of the last wish to change that. */
export interface Verdict {
  readonly stands: boolean
  readonly busy: boolean
  readonly error: AnswerError | null
}

export interface EntryState {
  readonly draft: EntryDraft
  readonly hints: EntryHints | null
  readonly hintsFailed: AnswerError | null
  readonly sending: Sending
}

export interface EntryDesk {
  readonly state: () => EntryState
  readonly subscribe: (changed: () => void) => () => void
  readonly change: (part: Partial<EntryDraft>) => void
  readonly askHints: (grounds: Grounds) => void
  readonly send: () => void
  readonly sendAgain: () => void
  readonly another: () => void
  readonly judge: (verdict: 'taken_back' | 'put_back') => void
}

export interface EntryDeskOptions {
  readonly call: Client
  /** Makes the identifier of an entry; asked for once an entry, never once a try. */
  readonly newIdentifier: () => string
}

/** May the entry be in all the same? No answer came, or one that is not of our server, whose own say that nothing is. */
function mayBeIn({ status, message }: AnswerError): boolean {
  return status === 0 || (status >= 500 && message === '')
}

/**
 * The desk of one entry at a time: what is written, what the tables make of it, and how far sending has come. It lives in
 * memory alone and outlives its page, so that leaving loses neither a draft nor an answer under way. The identifier of
 * an entry is made once and kept until its answer is here; sending twice therefore enters once.
 */
export function createEntryDesk({ call, newIdentifier }: EntryDeskOptions): EntryDesk {
  let state: EntryState = { draft: EMPTY_DRAFT, hints: null, hintsFailed: null, sending: { kind: 'writing' } }
  let identifier = newIdentifier()
  let pending: EntryRequest | null = null
  let asking: AbortController | null = null
  let askedFor = ''
  const listeners = new Set<() => void>()

  const set = (part: Partial<EntryState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const open = (draft: EntryDraft) => {
    identifier = newIdentifier()
    asking?.abort()
    askedFor = ''
    set({ draft, hints: null, hintsFailed: null, sending: { kind: 'writing' } })
  }

  const post = (request: EntryRequest) => {
    pending = request
    set({ sending: { kind: 'sending' } })
    call('recordEnter', request).then(
      (answer) => {
        asking?.abort()
        const verdict = { stands: answer.stands, busy: false, error: null }
        set({ sending: { kind: 'entered', answer, source: request.source, verdict } })
      },
      (thrown: unknown) => {
        const error = answerError(thrown)
        set({ sending: { kind: mayBeIn(error) ? 'lost' : 'refused', error } })
      },
    )
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    change(part) {
      const { kind } = state.sending
      // What is under way or in must not be changed beneath its answer.
      if (kind === 'sending' || kind === 'lost' || kind === 'entered') return
      set({ draft: { ...state.draft, ...part }, sending: kind === 'lacking' ? { kind: 'writing' } : state.sending })
    },
    askHints(grounds) {
      const said = saidBy(state.draft)
      if (said === null || state.sending.kind === 'entered') return
      const request = { ...said, grounds }
      const key = JSON.stringify(request)
      // Each look that tells of records goes into the log, so the same is not asked twice.
      if (key === askedFor) return
      asking?.abort()
      const controller = new AbortController()
      asking = controller
      askedFor = key
      call('recordHints', request, {}, controller.signal).then(
        (hints) => {
          if (asking === controller) set({ hints, hintsFailed: null })
        },
        (thrown: unknown) => {
          if (asking !== controller || wasAborted(thrown)) return
          askedFor = ''
          set({ hintsFailed: answerError(thrown) })
        },
      )
    },
    send() {
      if (state.sending.kind === 'sending' || state.sending.kind === 'lost') return
      const request = requestOf(state.draft, identifier)
      if ('lacks' in request) set({ sending: { kind: 'lacking', field: request.lacks } })
      else post(request)
    },
    sendAgain() {
      if (pending && state.sending.kind === 'lost') post(pending)
    },
    another: () => open(nextDraft(state.draft)),
    judge(verdict) {
      const { sending } = state
      if (sending.kind !== 'entered' || sending.verdict.busy) return
      const now = (part: Partial<Verdict>) => set({ sending: { ...sending, verdict: { ...sending.verdict, ...part } } })
      now({ busy: true, error: null })
      call('importJudge', { verdict }, { import: sending.answer.version }).then(
        () => now({ stands: verdict === 'put_back', busy: false }),
        (thrown: unknown) => now({ busy: false, error: answerError(thrown) }),
      )
    },
  }
}
