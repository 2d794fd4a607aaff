import type { AnswerError } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { Match } from '@proofmark/contract/schemas/judgement'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { keepOrder } from './matches/order.ts'

/** A firearm as its reader has it, seen from one of its records. */
export interface Firearm {
  readonly record: RecordShow
  readonly life: LifeShow
  readonly matches: readonly Match[]
}

export type FirearmState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: AnswerError }
  | { readonly kind: 'shown'; readonly firearm: Firearm; readonly error: AnswerError | null }

export interface FirearmDesk {
  readonly state: FirearmState
  /** Reads life and matches anew; what is shown stays until both are here. */
  readonly again: () => Promise<void>
}

/** Reads a firearm from one of its records, and again after each judgement. */
export function useFirearm(record: string, grounds: Grounds): FirearmDesk {
  const [state, setState] = useState<FirearmState>({ kind: 'asking' })
  const running = useRef<AbortController | null>(null)
  const shown = useRef<RecordShow | null>(null)

  const again = useCallback(async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    try {
      const asked = { record, grounds }
      const [sheet, life, { matches }] = await Promise.all([
        shown.current ?? api('recordShow', asked, {}, signal),
        api('lifeShow', asked, {}, signal),
        api('recordMatches', asked, {}, signal),
      ])
      if (running.current !== controller) return
      shown.current = sheet
      setState((before) => {
        const known = before.kind === 'shown' ? before.firearm.matches : []
        return { kind: 'shown', firearm: { record: sheet, life, matches: keepOrder(known, matches) }, error: null }
      })
    } catch (thrown) {
      if (running.current !== controller || wasAborted(thrown)) return
      const error = answerError(thrown)
      setState((before) => (before.kind === 'shown' ? { ...before, error } : { kind: 'failed', error }))
    }
  }, [record, grounds])

  useEffect(() => {
    void again()
    return () => running.current?.abort()
  }, [again])
  return { state, again }
}
