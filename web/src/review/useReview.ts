import type { AnswerError } from '@proofmark/contract/client'
import type { ReviewKind } from '@proofmark/contract/review-words'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Judgement, JudgeRequest } from '@proofmark/contract/schemas/judgement'
import type { ReviewList, ReviewPair, ReviewShow } from '@proofmark/contract/schemas/review'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newIdentifier } from '../enter/identifier.ts'
import { answerError, api, wasAborted } from '../frame/api.ts'

/** Which pairs are wanted; a name or an identifier that is empty asks for all. */
export interface Filters {
  readonly kind: ReviewKind | ''
  readonly source: string
  readonly agency: string
  readonly mine: boolean
}

/** What was done last, so that it can be told and undone. */
export interface Done {
  readonly pair: ReviewPair
  readonly place: number
  readonly judgement: Judgement
  /** What another person had said of it that was not on the desk when it was judged. */
  readonly before: Judgement | null
}

export type Told = 'nothing' | 'said' | 'skipped' | 'undone'

export interface Desk {
  readonly list: ReviewList | null
  /** The pair on the desk, by its place in the list; past the last where all were gone through. */
  readonly place: number
  readonly shown: ReviewShow | null
  readonly busy: boolean
  readonly error: AnswerError | null
  readonly done: Done | null
  readonly told: Told
}

type Verdict = JudgeRequest['verdict']

const nameOf = ({ one, other }: ReviewPair): string => `${one.record} ${other.record}`
const endsOf = ({ one, other }: ReviewPair) => [one.record, other.record]
const sharesRecord = (one: ReviewPair, other: ReviewPair): boolean =>
  endsOf(one).some((record) => endsOf(other).includes(record))

/** Pairs with others behind them that are not among them. */
function withNew(pairs: readonly ReviewPair[], others: readonly ReviewPair[]): ReviewPair[] {
  const known = new Set(pairs.map(nameOf))
  return [...pairs, ...others.filter((pair) => !known.has(nameOf(pair)))]
}

const START: Desk = { list: null, place: 0, shown: null, busy: true, error: null, done: null, told: 'nothing' }

/** The part of a question that filters ask for. */
const asked = ({ kind, source, agency, mine }: Filters) => ({
  ...(kind ? { kind } : {}),
  ...(source ? { source } : {}),
  ...(agency ? { agency } : {}),
  ...(mine ? { mine } : {}),
})

/**
 * The desk of reviews: the queue, the pair that lies on it and the next one, which is fetched beforehand so that it is there
 * at once. A pair that shares a record with one that was judged meanwhile is fetched anew.
 */
export function useReview(grounds: Grounds, filters: Filters) {
  const [desk, setDesk] = useState<Desk>(START)
  const now = useRef(desk)
  const fetched = useRef(new Map<string, Promise<ReviewShow>>())
  const again = useRef<() => void>(() => undefined)

  const set = useCallback((part: Partial<Desk>) => {
    now.current = { ...now.current, ...part }
    setDesk(now.current)
  }, [])

  const fetchPair = useCallback(
    (pair: ReviewPair): Promise<ReviewShow> => {
      const name = nameOf(pair)
      const known = fetched.current.get(name)
      if (known) return known
      const coming = api('reviewShow', { record: pair.one.record, other: pair.other.record, grounds })
      fetched.current.set(name, coming)
      coming.catch(() => fetched.current.delete(name))
      return coming
    },
    [grounds],
  )

  /** Lays a pair on the desk; one that needs no verdict any more is passed over where nobody chose it. */
  const lay = useCallback(
    async (place: number, chosen: boolean, part: Partial<Desk> = {}) => {
      const pair = now.current.list?.pairs[place]
      set({ ...part, place, busy: pair !== undefined, error: null, ...(pair ? {} : { shown: null }) })
      if (!pair) return
      again.current = () => void lay(place, chosen)
      try {
        const shown = await fetchPair(pair)
        if (now.current.place !== place || now.current.list?.pairs[place] !== pair) return
        if (shown.kind === null && !chosen) return void (await lay(place + 1, false))
        set({ shown, busy: false })
        const next = now.current.list?.pairs[place + 1]
        if (next) fetchPair(next).catch(() => undefined)
      } catch (thrown) {
        const error = answerError(thrown)
        if (error.code === 'not_found' && !chosen) return void (await lay(place + 1, false))
        set({ busy: false, error })
      }
    },
    [fetchPair, set],
  )

  /** Looks on for as long as not everything was looked at: what is found comes behind what is there. */
  const lookOn = useCallback(
    async (signal?: AbortSignal) => {
      while (now.current.list?.whole === false) {
        const page = await api('reviewList', { ...asked(filters), grounds }, {}, signal)
        const { list, place } = now.current
        if (!list) return
        const pairs = withNew(list.pairs, page.pairs)
        set({ list: { ...page, pairs } })
        if (place >= list.pairs.length && pairs.length > list.pairs.length) void lay(list.pairs.length, false)
      }
    },
    [filters, grounds, lay, set],
  )

  const ask = useCallback(
    (signal?: AbortSignal) => {
      fetched.current.clear()
      set(START)
      again.current = () => ask()
      api('reviewList', { ...asked(filters), grounds }, {}, signal).then(
        (list) => {
          set({ list })
          void lay(0, true)
          // What could not be looked at now is looked at when the list is asked for again.
          lookOn(signal).catch(() => undefined)
        },
        (thrown: unknown) => {
          if (!wasAborted(thrown)) set({ busy: false, error: answerError(thrown) })
        },
      )
    },
    [filters, grounds, lay, lookOn, set],
  )
  useEffect(() => {
    const controller = new AbortController()
    ask(controller.signal)
    return () => controller.abort()
  }, [ask])

  const more = () => {
    const { list, busy } = now.current
    if (busy || !list?.next) return
    set({ busy: true, error: null })
    again.current = more
    api('reviewList', { ...asked(filters), grounds, after: list.next }).then(
      (page) => {
        const place = list.pairs.length
        set({ list: { ...page, pairs: withNew(now.current.list?.pairs ?? [], page.pairs) } })
        void lay(place, true)
      },
      (thrown: unknown) => set({ busy: false, error: answerError(thrown) }),
    )
  }

  /** Forgets what was fetched of pairs that a judgement of this one may have changed. */
  const forget = (pair: ReviewPair) => {
    for (const each of now.current.list?.pairs ?? []) if (sharesRecord(each, pair)) fetched.current.delete(nameOf(each))
  }

  const judge = (verdict: Verdict, reason: string, id = newIdentifier()) => {
    const { list, place, shown, busy } = now.current
    const pair = list?.pairs[place]
    if (!pair || !shown || busy) return
    set({ busy: true, error: null })
    again.current = () => {
      set({ busy: false })
      judge(verdict, reason, id)
    }
    const ends = verdict === 'component-of' ? partFirst(shown) : { record: shown.own.record, other: shown.match.record }
    api('judge', { id, ...ends, verdict, ...(reason ? { reason } : {}), grounds }).then(
      ({ judgement, before }) => {
        forget(pair)
        const known = shown.match.judgements.some(({ id }) => id === before?.id)
        void lay(place + 1, false, { done: { pair, place, judgement, before: known ? null : before }, told: 'said' })
      },
      (thrown: unknown) => set({ busy: false, error: answerError(thrown) }),
    )
  }

  const undo = () => {
    const { done, busy } = now.current
    if (!done || busy) return
    const { pair, place, judgement } = done
    set({ busy: true, error: null })
    again.current = () => {
      set({ busy: false })
      undo()
    }
    const about = { record: pair.one.record, other: pair.other.record, number: judgement.number }
    api('judgementWithdraw', { id: newIdentifier(), ...about, grounds }).then(
      () => {
        forget(pair)
        void lay(place, true, { done: null, told: 'undone' })
      },
      (thrown: unknown) => set({ busy: false, error: answerError(thrown) }),
    )
  }

  return {
    desk,
    again: () => again.current(),
    ask: () => ask(),
    more,
    judge: (verdict: Verdict, reason: string) => judge(verdict, reason),
    undo,
    skip: () => {
      if (!now.current.busy || now.current.error) void lay(now.current.place + 1, false, { told: 'skipped' })
    },
    open: (place: number) => void lay(place, true, { told: 'nothing' }),
  }
}

/** Which of the two is judged the part: the one whose number is that of a part. */
function partFirst({ own, match, part }: ReviewShow): { readonly record: string; readonly other: string } {
  return part === 'own' ? { record: own.record, other: match.record } : { record: match.record, other: own.record }
}
