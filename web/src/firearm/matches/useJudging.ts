import type { AnswerError } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Judgement } from '@proofmark/contract/schemas/judgement'
import { useState } from 'react'
import { newIdentifier } from '../../enter/identifier.ts'
import { answerError, api } from '../../frame/api.ts'
import type { Verdict } from './standing.ts'

/** Two records, in the order in which they are judged: of `component-of` the first is the part. */
export interface Ends {
  readonly record: string
  readonly other: string
}

export type Act = Ends &
  (
    | {
        readonly kind: 'judge'
        readonly about: Judgement['about']
        readonly verdict: Verdict
        readonly reason?: string
      }
    | { readonly kind: 'withdraw' | 'second'; readonly judgement: Judgement }
  )

export type Judging =
  | { readonly kind: 'not' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly act: Act; readonly judgement: Judgement }
  | { readonly kind: 'failed'; readonly act: Act; readonly id: string; readonly error: AnswerError }

/** Errors after which the same act is no use: somebody else has judged meanwhile, and what stands has to be read. */
const OUTDATED: ReadonlySet<string> = new Set(['judgement_not_waiting', 'judgement_not_yours', 'not_found'])

async function carryOut(act: Act, id: string, grounds: Grounds): Promise<Judgement> {
  const { record, other } = act
  if (act.kind === 'judge') {
    const { about, verdict, reason } = act
    const said = reason ? { reason } : {}
    return (await api('judge', { id, record, other, about, verdict, ...said, grounds })).judgement
  }
  const { number } = act.judgement
  const route = act.kind === 'withdraw' ? 'judgementWithdraw' : 'judgementSecond'
  return (await api(route, { id, record, other, number, grounds })).judgement
}

/**
 * One place where judgements are made: what was done last, and how to undo it. `onChanged` reads anew what the judgement
 * may have changed. Sent again after a failure, an act keeps its identifier, so that it counts once.
 */
export function useJudging(grounds: Grounds, onChanged: () => Promise<void>) {
  const [judging, setJudging] = useState<Judging>({ kind: 'not' })
  const send = async (act: Act, id: string) => {
    setJudging({ kind: 'busy' })
    try {
      const judgement = await carryOut(act, id, grounds)
      await onChanged()
      setJudging({ kind: 'done', act, judgement })
    } catch (thrown) {
      setJudging({ kind: 'failed', act, id, error: answerError(thrown) })
    }
  }
  const begin = (act: Act) => {
    if (judging.kind !== 'busy') void send(act, newIdentifier())
  }
  const again = () => {
    if (judging.kind !== 'failed') return
    if (!OUTDATED.has(judging.error.code)) return void send(judging.act, judging.id)
    setJudging({ kind: 'not' })
    void onChanged()
  }
  return { judging, begin, again }
}
