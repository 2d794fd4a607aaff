import type { Say } from '@proofmark/contract/messages'
import { TRACE_CHANNELS, TRACE_OUTCOMES, type TraceDirection, type TraceState } from '@proofmark/contract/trace-words'

/** How a state is said: what others sent was received here. */
export const stateWord = (say: Say, state: TraceState, direction: TraceDirection): string =>
  say(direction === 'incoming' && state === 'sent' ? 'traces.page.received' : `word.trace_state.${state}`)

/** A reason as it was given; where nobody gave one, a step begins with the code of the channel or of the outcome. */
export function reasonSaid(say: Say, why: string): string {
  const [code = '', ...rest] = why.split(' · ')
  const list = TRACE_CHANNELS.some((each) => each === code)
    ? 'trace_channel'
    : TRACE_OUTCOMES.some((each) => each === code)
      ? 'trace_outcome'
      : null
  return list === null ? why : [say(`word.${list}.${code}`), ...rest].join(' · ')
}
