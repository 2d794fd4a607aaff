import type { CorrectionAct } from '@proofmark/contract/exchange-words'
import type { TraceDirection, TraceState } from '@proofmark/contract/trace-words'
import { isOpen } from './state-machine.ts'

/** A trace that rests on what a partner corrected. */
export interface Touched {
  readonly direction: TraceDirection
  readonly state: TraceState
  /** Records that were made of what is corrected and still stand. */
  readonly standing: number
}

/**
 * What is proposed to a person about a partner's correction: records that were made of it no longer hold, so they are taken
 * back; of a request of ours that is still open another answer is asked for; else what stands is looked at.
 */
export function proposedAct({ direction, state, standing }: Touched): CorrectionAct {
  if (standing > 0) return 'taken_back'
  return direction === 'outgoing' && isOpen(state) ? 'asked_again' : 'kept'
}
